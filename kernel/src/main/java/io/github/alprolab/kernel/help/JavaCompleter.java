package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.session.JavaSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completes Java by JShell's analysis, in the order in which people want to see it. */
final class JavaCompleter implements Completer {
    /** An import, or a name with a dot that may be a package's. */
    private static final Pattern OF_A_PACKAGE =
            Pattern.compile("(?:\\bimport\\s[^;]*|(?<![\\w.$)\\]\"])[a-z_]\\w*\\s*\\.[\\w.\\s]*)$");

    private static final Set<String> OF_OBJECT =
            Arrays.stream(Object.class.getMethods())
                    .map(method -> method.getName())
                    .collect(Collectors.toUnmodifiableSet());

    /** Offered only to those who begin to type them. */
    private static final Set<String> HIDDEN = Set.of("notify()", "notifyAll()", "wait()", "wait(");

    /** So many further questions to the compiler for the signatures of one list of members. */
    private static final int MOST_QUESTIONS = 2;

    private final JavaSession session;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Names names;
    private final Receivers receivers;
    private final ExpectedValues expected;
    private final MethodReferences references;

    JavaCompleter(JavaSession session, Names names) {
        this.session = session;
        this.shell = session.shell();
        this.analysis = session.analysis();
        this.names = names;
        this.receivers = new Receivers(session, names);
        this.expected = new ExpectedValues(analysis, names);
        this.references = new MethodReferences(names);
    }

    @Override
    public Optional<Completion> complete(String code, int index) {
        Place place = Place.of(code, index);
        if (place.kind() != Place.Kind.CODE) {
            return Optional.of(Completion.none(index));
        }
        if (mayBePackage(code.substring(0, index))) {
            session.needPackages();
        }
        int[] anchor = {index};
        List<String> suggested = suggestions(code, index, anchor);
        int start = anchor[0];
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        Map<String, Match> matches = new LinkedHashMap<>();
        references.at(code, index).forEach(m -> matches.put(m.text(), m));
        if (!member) {
            expected.at(code, index, place).forEach(m -> matches.put(m.text(), m));
        }
        List<Match> others = member ? members(code, start, suggested) : namesInScope(suggested);
        others.forEach(match -> matches.putIfAbsent(match.text(), match));
        return Optional.of(new Completion(start, List.copyOf(matches.values())));
    }

    private boolean mayBePackage(String before) {
        Matcher found = OF_A_PACKAGE.matcher(before);
        if (!found.find()) {
            return false;
        }
        return !session.hasVariable(found.group().replaceAll("\\s*\\..*", ""));
    }

    /** What JShell offers: what fits the expected type first, what every object has last. */
    private List<String> suggestions(String code, int index, int[] anchor) {
        List<Suggestion> all = analysis.completionSuggestions(code, index, anchor);
        boolean begun = anchor[0] < index;
        return all.stream()
                .filter(s -> !s.continuation().isEmpty() && !s.continuation().contains("$JShell$"))
                .filter(s -> begun || !HIDDEN.contains(s.continuation()))
                .sorted(
                        Comparator.comparing((Suggestion s) -> OF_OBJECT.contains(bare(s)))
                                .thenComparing(s -> !s.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    private List<Match> members(String code, int start, List<String> suggested) {
        Members known = new Members();
        receivers.before(code, start - 1).ifPresent(known::add);
        int questions = 0;
        for (String name : suggested) {
            if (questions < MOST_QUESTIONS && name.contains("(") && known.find(name).isEmpty()) {
                questions++;
                owner(code.substring(0, start) + bare(name) + "(").ifPresent(known::add);
            }
        }
        return suggested.stream().map(s -> known.find(s).orElseGet(() -> unknown(s))).toList();
    }

    /** The class that declares a method whose call has begun. */
    private Optional<Class<?>> owner(String call) {
        return analysis.documentation(call, call.length(), false).stream()
                .findFirst()
                .map(found -> Signature.of(found.signature()).owner())
                .flatMap(names::resolve);
    }

    private List<Match> namesInScope(List<String> suggested) {
        Map<String, Match> declared = new LinkedHashMap<>();
        shell.variables()
                .forEach(v -> put(declared, new Match(v.name(), "instance", v.typeName())));
        shell.methods().forEach(m -> put(declared, new Match(m.name(), "function", m.signature())));
        return suggested.stream()
                .map(
                        text ->
                                Optional.ofNullable(declared.get(bare(text)))
                                        .map(m -> new Match(text, m.kind(), m.signature()))
                                        .orElseGet(() -> unknown(text)))
                .toList();
    }

    private static void put(Map<String, Match> all, Match match) {
        all.put(match.text(), match);
    }

    /** Told apart by Java's customs of naming. */
    private static Match unknown(String text) {
        String kind =
                text.contains("(")
                        ? "function"
                        : Character.isUpperCase(text.charAt(0)) ? "class" : "module";
        return new Match(text, kind);
    }

    private static String bare(Suggestion suggestion) {
        return bare(suggestion.continuation());
    }

    private static String bare(String continuation) {
        int open = continuation.indexOf('(');
        return open < 0 ? continuation : continuation.substring(0, open);
    }
}
