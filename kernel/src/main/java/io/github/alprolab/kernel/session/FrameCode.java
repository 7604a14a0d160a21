package io.github.alprolab.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * Runs code in the middle of a cell, on the cell's own thread, with names that only that place has:
 * the code becomes a method that takes them and gives them back as they then are.
 */
public final class FrameCode {
    /** The method that the code becomes. */
    public static final String METHOD = "debugger$value";

    private final JShell shell;
    private final CellExecution execution;

    FrameCode(JShell shell, CellExecution execution) {
        this.shell = shell;
        this.execution = execution;
    }

    /**
     * A variable of the place.
     *
     * @param type as Java writes it
     * @param value null is one
     */
    public record Named(String name, String type, Object value) {}

    /**
     * What the code gave.
     *
     * @param value null for none
     * @param after the variables' values behind it, in their order
     */
    public record Given(Object value, List<Object> after) {}

    /**
     * Runs an expression or statements.
     *
     * @throws IllegalArgumentException for code that the compiler refuses, in its words
     * @throws InvocationTargetException around what the code throws
     */
    public Given run(String code, List<Named> names) throws InvocationTargetException {
        String text = code.strip();
        String plain = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        try {
            return call("Object debugger$result = (" + plain + ");", names);
        } catch (IllegalArgumentException noExpression) {
            return asStatements(text, names, noExpression);
        }
    }

    private Given asStatements(String text, List<Named> names, IllegalArgumentException first)
            throws InvocationTargetException {
        try {
            return call(text + "; Object debugger$result = null;", names);
        } catch (IllegalArgumentException e) {
            throw text.contains(";") ? e : first;
        }
    }

    private Given call(String body, List<Named> names) throws InvocationTargetException {
        SnippetEvent declared = shell.eval(method(body, names)).get(0);
        Snippet snippet = declared.snippet();
        try {
            if (declared.status() != Snippet.Status.VALID) {
                throw new IllegalArgumentException(refusal(snippet));
            }
            return given(invoke(names));
        } finally {
            if (shell.status(snippet).isActive()) {
                shell.drop(snippet);
            }
        }
    }

    private static String method(String body, List<Named> names) {
        String parameters =
                names.stream()
                        .map(named -> named.type() + " " + named.name())
                        .collect(Collectors.joining(", "));
        String after =
                Stream.concat(Stream.of("debugger$result"), names.stream().map(Named::name))
                        .collect(Collectors.joining(", "));
        return "Object[] %s(%s) throws Throwable { %s return new Object[] {%s}; }"
                .formatted(METHOD, parameters, body, after);
    }

    private Object[] invoke(List<Named> names) throws InvocationTargetException {
        try {
            Method made = execution.newest(METHOD);
            return (Object[]) made.invoke(null, names.stream().map(Named::value).toArray());
        } catch (ReflectiveOperationException e) {
            if (e instanceof InvocationTargetException thrown) {
                throw thrown;
            }
            throw new IllegalArgumentException("The compiled code cannot be run: " + e, e);
        }
    }

    private static Given given(Object[] all) {
        return new Given(all[0], Arrays.asList(all).subList(1, all.length));
    }

    private String refusal(Snippet snippet) {
        return shell.diagnostics(snippet)
                .filter(fault -> fault.isError())
                .map(fault -> fault.getMessage(Locale.ENGLISH).strip())
                .findFirst()
                .orElseGet(() -> "It uses what nothing declares: " + unknown(snippet));
    }

    private String unknown(Snippet snippet) {
        return shell.unresolvedDependencies((DeclarationSnippet) snippet)
                .collect(Collectors.joining(", "));
    }
}
