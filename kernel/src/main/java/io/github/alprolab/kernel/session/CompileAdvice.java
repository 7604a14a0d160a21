package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What may be written instead of a name that the compiler does not know. */
final class CompileAdvice {
    /** A type with more methods than this is not explained by listing them. */
    private static final int FEW = 8;

    private static final Set<String> OF_OBJECT =
            Arrays.stream(Object.class.getMethods())
                    .map(method -> method.getName())
                    .collect(Collectors.toUnmodifiableSet());

    private final SourceCodeAnalysis analysis;

    CompileAdvice(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Lines of advice for a fault in a snippet; none where there is nothing to say. */
    List<String> lines(Diag fault, String snippet) {
        String code = String.valueOf(fault.getCode());
        boolean unknown = code.startsWith("compiler.err.cant.resolve");
        boolean misused = code.startsWith("compiler.err.cant.apply");
        if (!unknown && !misused) {
            return List.of();
        }
        int start = nameStart(snippet, (int) Math.max(0, fault.getPosition()));
        String name = nameAt(snippet, start);
        if (name.isEmpty()) {
            return List.of();
        }
        String before = snippet.substring(0, start);
        return misused ? signatures(before, name) : instead(before, name);
    }

    private List<String> instead(String before, String name) {
        List<String> lines = new ArrayList<>();
        List<String> known = suggestions(before);
        List<String> near = NearNames.of(name, known.stream().map(CompileAdvice::bare).toList());
        if (!near.isEmpty()) {
            lines.add("did you mean " + String.join(" or ", near) + "?");
        }
        if (before.stripTrailing().endsWith(".")) {
            List<String> methods = ownMethods(known);
            if (!methods.isEmpty() && methods.size() <= FEW) {
                lines.add("next here: " + calls(before, methods));
            }
        }
        return lines;
    }

    private List<String> signatures(String before, String name) {
        List<String> calls = documented(before, name);
        return calls.isEmpty() || calls.size() > FEW
                ? List.of()
                : List.of("possible: " + String.join(", ", calls));
    }

    private String calls(String before, List<String> methods) {
        return methods.stream()
                .flatMap(method -> documented(before, method).stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The calls of one name with the types of their parameters. */
    private List<String> documented(String before, String method) {
        String code = before + method + "(";
        return analysis.documentation(code, code.length(), false).stream()
                .map(Documentation::signature)
                .filter(signature -> signature.contains(method + "("))
                .map(signature -> Signatures.call(signature, method))
                .distinct()
                .toList();
    }

    private List<String> suggestions(String before) {
        return analysis.completionSuggestions(before, before.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .toList();
    }

    private static List<String> ownMethods(List<String> known) {
        return known.stream()
                .filter(text -> text.contains("("))
                .map(CompileAdvice::bare)
                .filter(method -> !OF_OBJECT.contains(method))
                .distinct()
                .toList();
    }

    private static String bare(String continuation) {
        return continuation.replaceAll("\\(.*", "");
    }

    /** The compiler points at the name itself, or at the dot before it. */
    private static int nameStart(String snippet, int position) {
        int start = Math.min(position, snippet.length());
        while (start < snippet.length()
                && !Character.isJavaIdentifierStart(snippet.charAt(start))) {
            start++;
        }
        return start;
    }

    private static String nameAt(String snippet, int start) {
        int end = start;
        while (end < snippet.length() && Character.isJavaIdentifierPart(snippet.charAt(end))) {
            end++;
        }
        return snippet.substring(start, end);
    }
}
