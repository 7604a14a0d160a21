package io.github.alprolab.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;

/** Runs snippets on the calling thread and keeps the real result and the real error of each. */
final class CellExecution extends DirectExecutionControl {
    private final SnippetClasses classes;
    private Optional<Object> result = Optional.empty();
    private Optional<Throwable> thrown = Optional.empty();
    private Runnable whenCodeBegins = () -> {};

    CellExecution(SnippetClasses classes) {
        super(classes);
        this.classes = classes;
    }

    SnippetClasses classes() {
        return classes;
    }

    /** Forgets what the last snippet gave. */
    void begin() {
        result = Optional.empty();
        thrown = Optional.empty();
    }

    /** What is called when the compiled code of a snippet begins. */
    void whenCodeBegins(Runnable work) {
        whenCodeBegins = work;
    }

    /** The value of the last snippet, empty for null and for void. */
    Optional<Object> result() {
        return result;
    }

    /** What the last snippet threw. */
    Optional<Throwable> thrown() {
        return thrown;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        whenCodeBegins.run();
        try {
            result = Optional.ofNullable(snippet.invoke(null));
            // JShell would show this text; the kernel renders the value itself, under guard.
            return "";
        } catch (InvocationTargetException e) {
            thrown = Optional.of(e.getCause());
            throw e;
        }
    }

    @Override
    public String varValue(String className, String variable) {
        return "";
    }
}
