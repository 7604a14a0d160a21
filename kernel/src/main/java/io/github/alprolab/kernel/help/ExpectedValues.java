package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.help.Signature.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Values that an argument or a declared variable may take: variables of the cells, constants and
 * factories, what variables give, and the begin of a lambda. They are written so that they can be
 * chosen without knowing their type.
 */
final class ExpectedValues {
    private static final List<Match> TRUTHS =
            List.of(new Match("false", "keyword"), new Match("true", "keyword"));

    /** None of any type. */
    static final ExpectedValues.Found NONE = new Found(List.of(), false);

    private final SourceCodeAnalysis analysis;
    private final Names names;
    private final OwnValues own;
    private final Makers makers;

    /**
     * What fits.
     *
     * @param matches best first
     * @param alone whether nothing else is worth to be offered
     */
    record Found(List<Match> matches, boolean alone) {}

    ExpectedValues(SourceCodeAnalysis analysis, Names names, OwnValues own, Makers makers) {
        this.analysis = analysis;
        this.names = names;
        this.own = own;
        this.makers = makers;
    }

    /** Values for the place before an index at which nothing or a part of a name is written. */
    Found at(String code, int index, Place place) {
        return ExpectedTypes.at(analysis, code, index, place).map(this::values).orElse(NONE);
    }

    private Found values(ExpectedTypes wanted) {
        Set<Match> all = new LinkedHashSet<>();
        boolean closed = !wanted.types().isEmpty();
        for (Parameter type : wanted.types()) {
            List<Match> some = values(type, wanted.method());
            closed &= !some.isEmpty() && !isOpen(type);
            all.addAll(some);
        }
        List<Match> begun = all.stream().filter(m -> begins(m, wanted.prefix())).toList();
        return new Found(begun, closed && !begun.isEmpty());
    }

    /** Numbers, texts and truths are computed in more ways than can be listed. */
    private boolean isOpen(Parameter type) {
        return names.resolve(type.type()).filter(found -> !isBasic(found)).isEmpty();
    }

    private List<Match> values(Parameter type, String method) {
        if (type.type().equals("boolean")) {
            return TRUTHS;
        }
        Optional<Class<?>> found = names.resolve(type.type()).filter(known -> !isBasic(known));
        if (found.isEmpty()) {
            return List.of();
        }
        List<Match> values = new ArrayList<>(own.variables(found.get()));
        Optional<String> lambda = Lambdas.begin(found.get(), type.arguments());
        if (lambda.isPresent()) {
            values.add(new Match(lambda.get(), "function", Members.simple(found.get())));
            return values;
        }
        List<Match> made = makers.of(found.get());
        values.addAll(made);
        if (made.stream().noneMatch(match -> match.kind().equals("instance"))) {
            values.addAll(own.given(found.get(), method)); // who can choose needs no detour
        }
        return values;
    }

    /** Strings and boxed numbers have factories too, but nobody wants to see them. */
    private static boolean isBasic(Class<?> type) {
        return type.getPackageName().equals("java.lang");
    }

    /** Whether a text or a name in it goes on from what is typed. */
    private static boolean begins(Match match, String prefix) {
        String text = match.text().toLowerCase(Locale.ROOT);
        return Stream.of(text, text.substring(text.lastIndexOf('.') + 1))
                .anyMatch(name -> name.startsWith(prefix));
    }
}
