package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Completion, help and completeness of code that is being typed. */
public final class Assistant {
    private static final Set<String> OF_OBJECT =
            Arrays.stream(Object.class.getMethods())
                    .map(m -> m.getName())
                    .collect(Collectors.toUnmodifiableSet());

    private final SourceCodeAnalysis analysis;

    public Assistant(JavaSession session) {
        this.analysis = session.analysis();
    }

    /**
     * What may stand at the cursor.
     *
     * @param start UTF-16 index of the text that a match replaces
     * @param matches a type's own methods before those of Object
     */
    public record Completion(int start, List<String> matches) {}

    /** Whether a cell can run: {@code complete}, {@code incomplete} or {@code invalid}. */
    public record State(String status, String indent) {}

    /** Completes code at a UTF-16 index. */
    public Completion complete(String code, int index) {
        int[] anchor = {index};
        Set<String> found = new LinkedHashSet<>();
        analysis.completionSuggestions(code, index, anchor).stream()
                .sorted(
                        Comparator.comparing((SourceCodeAnalysis.Suggestion s) -> !s.matchesType())
                                .thenComparing(s -> OF_OBJECT.contains(bare(s.continuation()))))
                .forEach(s -> found.add(s.continuation()));
        return new Completion(anchor[0], new ArrayList<>(found));
    }

    /** Signatures and documentation of the name or call around a UTF-16 index, one text each. */
    public List<String> inspect(String code, int index) {
        int end = index;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        List<String> places = new ArrayList<>();
        if (end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1))) {
            places.add(code.substring(0, end) + "(");
            places.add(code.substring(0, end));
        }
        places.add(code.substring(0, index));
        return places.stream()
                .map(text -> analysis.documentation(text, text.length(), true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> found.stream().map(Assistant::text).distinct().toList())
                .orElse(List.of());
    }

    /** Whether code can run as it is. */
    public State state(String code) {
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return new State("incomplete", indent(code));
                }
                case UNKNOWN -> {
                    return new State("invalid", "");
                }
                default -> rest = info.remaining();
            }
        }
        return new State("complete", "");
    }

    /** Four blanks for every brace or parenthesis that is open. */
    private static String indent(String code) {
        int open = 0;
        for (char c : code.toCharArray()) {
            open += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
        }
        return "    ".repeat(Math.max(0, open));
    }

    private static String bare(String continuation) {
        return continuation.replaceAll("\\(.*", "");
    }

    private static String text(Documentation one) {
        String help = one.javadoc();
        return help == null || help.isBlank()
                ? one.signature()
                : one.signature() + "\n\n" + help.strip();
    }
}
