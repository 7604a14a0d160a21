package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.session.JavaSession;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completes Java by JShell's analysis, in the order in which people want to see it. */
final class JavaCompleter implements Completer {
    /** An import, or a name with a dot that may be a package's. */
    private static final Pattern OF_A_PACKAGE =
            Pattern.compile("(?:\\bimport\\s[^;]*|(?<![\\w.$)\\]\"])[a-z_]\\w*\\s*\\.[\\w.\\s]*)$");

    /** What stands before the name of a package inside the kernel's. */
    private static final Pattern OUTER_PACKAGE =
            Pattern.compile("(io\\.github\\.alprolab\\.kernel\\.(?:\\w+\\.)*)$");

    /** Offered only to those who begin to type them. */
    private static final Set<String> HIDDEN =
            Set.of("notify()", "notifyAll()", "wait()", "wait(", "EnumDesc");

    /** A list of members gets what every object has only where it stays as short as this. */
    private static final int SHORT = 20;

    /** So many further questions to the compiler for the signatures of one list of members. */
    private static final int MOST_QUESTIONS = 2;

    private final JavaSession session;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Names names;
    private final Receivers receivers;
    private final ExpectedValues expected;
    private final MethodReferences references;
    private final BiPredicate<Class<?>, String> plumbing;

    /**
     * Completes the Java of a session.
     *
     * @param makers types beside an argument's own whose static methods make values for it
     * @param plumbing tells of a class and a member's name whether nobody looks for it there
     */
    JavaCompleter(
            JavaSession session,
            Names names,
            List<Class<?>> makers,
            BiPredicate<Class<?>, String> plumbing) {
        this.plumbing = plumbing;
        this.session = session;
        this.shell = session.shell();
        this.analysis = session.analysis();
        this.names = names;
        this.receivers = new Receivers(session, names);
        this.expected =
                new ExpectedValues(
                        analysis,
                        names,
                        new OwnValues(shell, names),
                        new Makers(names, makers, plumbing));
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
        List<Suggestion> suggested = suggestions(code, index, anchor);
        int start = anchor[0];
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        Map<String, Match> matches = new LinkedHashMap<>();
        references.at(code, index).forEach(m -> matches.put(m.text(), m));
        if (member) {
            members(code, start, index, suggested).forEach(m -> matches.put(m.text(), m));
        } else {
            ExpectedValues.Found fit = expected.at(code, index, place);
            fit.matches().forEach(m -> matches.put(m.text(), m));
            namesInScope(suggested, fit.alone(), start < index)
                    .forEach(m -> matches.putIfAbsent(m.text(), m));
        }
        return Optional.of(new Completion(start, List.copyOf(matches.values())));
    }

    private boolean mayBePackage(String before) {
        Matcher found = OF_A_PACKAGE.matcher(before);
        if (!found.find()) {
            return false;
        }
        return !session.hasVariable(found.group().replaceAll("\\s*\\..*", ""));
    }

    /** What JShell offers, what fits the expected type first. */
    private List<Suggestion> suggestions(String code, int index, int[] anchor) {
        List<Suggestion> all = analysis.completionSuggestions(code, index, anchor);
        boolean begun = anchor[0] < index;
        return all.stream()
                .filter(s -> !s.continuation().isEmpty() && !s.continuation().contains("$JShell$"))
                .filter(s -> begun || !HIDDEN.contains(s.continuation()))
                .filter(s -> !isOfTheKernel(code.substring(0, anchor[0]), s.continuation()))
                .sorted(Comparator.comparing((Suggestion s) -> !s.matchesType()))
                .toList();
    }

    /** Whether a package is in the kernel's jar, but nothing for cells. */
    private boolean isOfTheKernel(String before, String name) {
        Matcher outer = OUTER_PACKAGE.matcher(before);
        return name.endsWith(".")
                && outer.find()
                && session.classPath().hides(outer.group(1) + name.substring(0, name.length() - 1));
    }

    /** Own members first, what every object has last. */
    private List<Match> members(String code, int start, int index, List<Suggestion> suggested) {
        List<String> texts = texts(suggested);
        Members known = new Members(plumbing);
        receivers.before(code, start - 1).ifPresent(known::add);
        int questions = 0;
        for (String name : texts) {
            if (questions < MOST_QUESTIONS && name.contains("(") && known.find(name).isEmpty()) {
                questions++;
                owner(code.substring(0, start) + Match.bare(name) + "(").ifPresent(known::add);
            }
        }
        List<String> ordered =
                texts.stream()
                        .filter(s -> start < index || known.rank(s) != Members.Rank.HIDDEN)
                        .sorted(Comparator.comparing(known::rank))
                        .toList();
        return ordered.stream()
                .filter(s -> start < index || isShort(known, s, ordered))
                .map(s -> known.find(s).orElseGet(() -> unknown(s)))
                .toList();
    }

    /** Whether a member is worth its line: what others inherit too gives way to what is own. */
    private static boolean isShort(Members known, String member, List<String> all) {
        return known.rank(member).ordinal() <= Members.Rank.TYPE.ordinal()
                || !known.ofLibraries()
                || all.indexOf(member) < SHORT;
    }

    private static List<String> texts(List<Suggestion> suggested) {
        return suggested.stream().map(Suggestion::continuation).distinct().toList();
    }

    /** The class that declares a method whose call has begun. */
    private Optional<Class<?>> owner(String call) {
        return analysis.documentation(call, call.length(), false).stream()
                .findFirst()
                .map(found -> Signature.of(found.signature()).owner())
                .flatMap(names::resolve);
    }

    /**
     * Names without a dot.
     *
     * @param fitting whether only what fits is worth to be offered, and what begins as is typed and
     *     was declared: its members may fit
     */
    private List<Match> namesInScope(List<Suggestion> suggested, boolean fitting, boolean begun) {
        Map<String, Match> declared = new LinkedHashMap<>();
        shell.variables()
                .forEach(v -> put(declared, new Match(v.name(), "instance", v.typeName())));
        shell.methods().forEach(m -> put(declared, new Match(m.name(), "function", m.signature())));
        return suggested.stream()
                .filter(
                        s ->
                                !fitting
                                        || s.matchesType()
                                        || (begun && declared.containsKey(s.continuation())))
                .map(Suggestion::continuation)
                .distinct()
                .map(
                        text ->
                                Optional.ofNullable(declared.get(Match.bare(text)))
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
}
