package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** What may be written instead of a name that the compiler does not know. */
final class CompileAdvice {
    /** A type with more methods than this is not explained by listing them. */
    private static final int FEW = 8;

    private final JShell shell;
    private final KnownNames names;
    private final NameAdvice near;

    CompileAdvice(JShell shell) {
        this.shell = shell;
        this.names = new KnownNames(shell.sourceCodeAnalysis());
        this.near = new NameAdvice(names);
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
        return code.startsWith("compiler.err.cant.resolve")
                        || code.startsWith("compiler.err.cant.apply")
                ? ofName(fault, snippet, position)
                : List.of();
    }

    /** The compiler points at the name itself, at the dot before it, or at {@code new}. */
    private List<String> ofName(Fault fault, String snippet, int position) {
        boolean made = snippet.substring(position).matches("(?s)new\\s.*");
        int start = Identifiers.next(snippet, made ? position + 3 : position);
        String name = snippet.substring(start, Identifiers.end(snippet, start));
        if (name.isEmpty() || SourceVersion.isKeyword(name)) {
            return List.of();
        }
        if (isUnusable(name)) {
            return List.of(name + " is declared, but with an error that its own cell shows.");
        }
        String before = snippet.substring(0, start);
        if (fault.message().contains("location: package")) {
            return NameAdvice.near(names.behind(before), name);
        }
        if (fault.code().startsWith("compiler.err.cant.apply")) {
            return possible(names.calls(before, name));
        }
        boolean called = fault.code().matches(".*\\.args(\\.params)?");
        return instead(before, name, snippet.substring(start + name.length()), called);
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
        int start = Identifiers.start(snippet, dot);
        String before = snippet.substring(0, start);
        return start == dot || isChain(before)
                ? List.of()
                : near.ofValue(
                        before, snippet.substring(start, dot), snippet.substring(dot), false);
    }

    /**
     * What a name may have been meant to be at the end of some code.
     *
     * @param rest what stands behind the name
     */
    List<String> instead(String before, String name, String rest, boolean called) {
        List<String> known = names.behind(before);
        for (String same : known) {
            if (KnownNames.bare(same).equals(name) && KnownNames.isMethod(same) != called) {
                return List.of("did you mean " + shown(same) + "?");
            }
        }
        if (called && name.matches("print(ln)?") && !isChain(before)) {
            return List.of("did you mean System.out." + name + "?");
        }
        if (!isChain(before)) {
            return near.ofValue(before, name, rest, called);
        }
        List<String> alike =
                known.stream().filter(text -> !called || KnownNames.isMethod(text)).toList();
        List<String> lines = new ArrayList<>(NameAdvice.near(alike, name));
        lines.addAll(next(before, known, called));
        return lines;
    }

    private static boolean isChain(String before) {
        return before.stripTrailing().endsWith(".");
    }

    /** The few members that can follow a dot. */
    private List<String> next(String before, List<String> known, boolean called) {
        List<String> fields = KnownNames.fields(known);
        List<String> methods = KnownNames.methods(known);
        boolean fieldsFirst = !fields.isEmpty() && (!called || methods.isEmpty());
        List<String> next = fieldsFirst ? fields : methods;
        if (next.isEmpty() || next.size() > FEW) {
            return List.of();
        }
        return List.of(
                "next here: " + (fieldsFirst ? String.join(", ", fields) : calls(before, methods)));
    }

    private String calls(String before, List<String> methods) {
        return methods.stream()
                .flatMap(method -> names.calls(before, method).stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** As it is written where the other kind of thing of this name was not found. */
    private static String shown(String known) {
        if (known.endsWith("(")) {
            return known + "…)";
        }
        return KnownNames.isType(known) ? "new " + known + "(…)" : known;
    }

    private static List<String> possible(List<String> calls) {
        return calls.isEmpty() || calls.size() > FEW
                ? List.of()
                : List.of("possible: " + String.join(", ", calls));
    }
}
