package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/** What may be written instead of a name that the compiler does not know. */
final class CompileAdvice {
    /** A type with more methods than this is not explained by listing them. */
    private static final int FEW = 8;

    private static final Pattern TYPE = Pattern.compile("\\p{Lu}\\w*\\p{Ll}\\w*");

    private static final Set<String> OF_OBJECT =
            Arrays.stream(Object.class.getMethods())
                    .map(method -> method.getName())
                    .collect(Collectors.toUnmodifiableSet());

    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    CompileAdvice(JShell shell) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
    }

    /** Lines of advice for a fault in a snippet; none where there is nothing to say. */
    List<String> lines(Fault fault, String snippet) {
        String code = fault.code();
        int position = fault.positionIn(snippet);
        if (code.equals("compiler.err.prob.found.req")) {
            return comparison(fault, snippet.substring(position));
        }
        if (code.equals("compiler.err.doesnt.exist")) {
            return packages(snippet, position);
        }
        boolean unknown = code.startsWith("compiler.err.cant.resolve");
        boolean misused = code.startsWith("compiler.err.cant.apply");
        if (!unknown && !misused) {
            return List.of();
        }
        boolean made = snippet.substring(position).matches("(?s)new\\s.*");
        int start = nameStart(snippet, made ? position + 3 : position);
        String name = nameAt(snippet, start);
        if (name.isEmpty() || SourceVersion.isKeyword(name)) {
            return List.of();
        }
        if (isUnusable(name)) {
            return List.of(name + " is declared, but with an error that its own cell shows.");
        }
        String before = snippet.substring(0, start);
        if (fault.message().contains("location: package")) {
            return near(suggestions(before), name);
        }
        return misused
                ? signatures(before, name)
                : instead(before, name, code.endsWith(".args") || code.endsWith(".args.params"));
    }

    private boolean isUnusable(String name) {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .anyMatch(
                        snippet ->
                                snippet instanceof DeclarationSnippet named
                                        && !(named instanceof VarSnippet)
                                        && named.name().equals(name));
    }

    /** A single equals sign where a condition has to be. */
    private static List<String> comparison(Fault fault, String rest) {
        boolean condition = fault.message().endsWith("converted to boolean");
        return condition && rest.startsWith("=") && !rest.startsWith("==")
                ? List.of("did you mean == ?")
                : List.of();
    }

    /** The compiler takes an unknown name before a dot for a package's and points at the dot. */
    private List<String> packages(String snippet, int dot) {
        int start = dot;
        while (start > 0 && Character.isJavaIdentifierPart(snippet.charAt(start - 1))) {
            start--;
        }
        String before = snippet.substring(0, start);
        return start == dot || before.stripTrailing().endsWith(".")
                ? List.of()
                : near(suggestions(before), snippet.substring(start, dot));
    }

    /** What a name may have been meant to be at the end of some code. */
    List<String> instead(String before, String name, boolean called) {
        List<String> known = suggestions(before);
        for (String same : known) {
            if (bare(same).equals(name) && same.contains("(") != called) {
                return List.of("did you mean " + shown(same) + "?");
            }
        }
        if (called && name.matches("print(ln)?") && !before.stripTrailing().endsWith(".")) {
            return List.of("did you mean System.out." + name + "?");
        }
        List<String> alike = known.stream().filter(text -> !called || text.contains("(")).toList();
        List<String> lines = new ArrayList<>(near(alike, name));
        if (before.stripTrailing().endsWith(".")) {
            List<String> fields = ownFields(known);
            List<String> methods = ownMethods(known);
            boolean fieldsFirst = !fields.isEmpty() && (!called || methods.isEmpty());
            List<String> next = fieldsFirst ? fields : methods;
            if (!next.isEmpty() && next.size() <= FEW) {
                lines.add(
                        "next here: "
                                + (fieldsFirst
                                        ? String.join(", ", fields)
                                        : calls(before, methods)));
            }
        }
        return lines;
    }

    /** As it is written where the other kind of thing of this name was not found. */
    private static String shown(String known) {
        if (known.endsWith("(")) {
            return known + "…)";
        }
        return TYPE.matcher(known).matches() ? "new " + known + "(…)" : known;
    }

    private static List<String> near(List<String> known, String name) {
        List<String> near = NearNames.of(name, known.stream().map(CompileAdvice::bare).toList());
        return near.isEmpty()
                ? List.of()
                : List.of("did you mean " + String.join(" or ", near) + "?");
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

    private static List<String> ownFields(List<String> known) {
        return known.stream()
                .filter(text -> !text.contains("(") && !text.equals("class"))
                .filter(text -> !TYPE.matcher(text).matches() && !text.endsWith("."))
                .distinct()
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
