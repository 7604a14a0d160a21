package io.github.alprolab.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;

/**
 * Runs snippets on the calling thread and keeps the real result and the real error of each. Only
 * the cell's own code is ever interrupted: an interrupt would close files that the compiler has
 * open.
 */
final class CellExecution extends DirectExecutionControl {
    private final SnippetClasses classes;
    private Optional<Object> result = Optional.empty();
    private Optional<Throwable> thrown = Optional.empty();
    private Thread inside;
    private boolean interrupted;

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

    /** Forgets interrupts of an earlier cell. */
    synchronized void beginCell() {
        interrupted = false;
    }

    /** The value of the last snippet, empty for null and for void. */
    Optional<Object> result() {
        return result;
    }

    /** What the last snippet threw. */
    Optional<Throwable> thrown() {
        return thrown;
    }

    /** Interrupts the thread of the cell's code; code that did not begin yet does not begin. */
    synchronized void interrupt() {
        interrupted = true;
        if (inside != null) {
            inside.interrupt();
        }
    }

    /** Ends the loops of the cell's code. */
    synchronized void stopLoops() {
        if (inside != null) {
            StopCheck.stop(inside);
        }
    }

    /** The thread that is in the cell's code now. */
    synchronized Optional<Thread> inside() {
        return Optional.ofNullable(inside);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        try {
            enter();
            result = Optional.ofNullable(snippet.invoke(null));
            // JShell would show this text; the kernel renders the value itself, under guard.
            return "";
        } catch (InvocationTargetException e) {
            thrown = Optional.of(e.getCause());
            throw e;
        } finally {
            leave();
        }
    }

    @Override
    public String varValue(String className, String variable) {
        return "";
    }

    private synchronized void enter() throws InvocationTargetException {
        if (interrupted) {
            throw new InvocationTargetException(new CellStopped());
        }
        inside = Thread.currentThread();
    }

    private synchronized void leave() {
        inside = null;
        Thread.interrupted();
        StopCheck.clear();
    }
}
