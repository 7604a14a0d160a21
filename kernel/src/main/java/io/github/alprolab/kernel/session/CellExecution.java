package io.github.alprolab.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.NotImplementedException;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs snippets on the calling thread and keeps the real result and the real error of each. Only
 * the cell's own code is ever interrupted: an interrupt would close files that the compiler has
 * open.
 */
final class CellExecution extends DirectExecutionControl {
    private final SnippetClasses classes;
    private Optional<Object> result = Optional.empty();
    private Optional<Throwable> thrown = Optional.empty();
    private Optional<Throwable> refused = Optional.empty();
    private Optional<Throwable> throwsNext = Optional.empty();
    private Runnable whenCodeBegins = () -> {};
    private Optional<String> running = Optional.empty();
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
        refused = Optional.empty();
    }

    /** The next snippet throws this instead of running. */
    void throwNext(Throwable error) {
        throwsNext = Optional.of(error);
    }

    /** JShell's class around the snippet whose code runs now. */
    Optional<String> running() {
        return running;
    }

    /** What is called when the compiled code of a snippet begins. */
    void whenCodeBegins(Runnable work) {
        whenCodeBegins = work;
    }

    /** Forgets interrupts of an earlier cell; a part that a cell runs is no other cell. */
    synchronized void beginCell() {
        if (inside == null) {
            interrupted = false;
        }
    }

    /** The value of the last snippet, empty for null and for void. */
    Optional<Object> result() {
        return result;
    }

    /** What the last snippet threw. */
    Optional<Throwable> thrown() {
        return thrown;
    }

    /** Why the JVM did not take the class of the last snippet. */
    Optional<Throwable> refused() {
        return refused;
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

    /** Here a variable's old value is closed, which is code of cells too. */
    @Override
    public void load(ClassBytecodes[] snippets)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        Thread outer = begin(Thread.currentThread());
        try {
            super.load(snippets);
        } catch (ClassInstallException e) { // JShell goes on as if nothing had happened
            refused = Optional.of(e.getCause());
            throw e;
        } finally {
            leave(outer);
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        if (throwsNext.isPresent()) {
            Throwable error = throwsNext.get();
            throwsNext = Optional.empty();
            throw new InvocationTargetException(Thrown.standIn(error));
        }
        Thread outer = enter();
        Optional<String> around = running;
        running = Optional.of(snippet.getDeclaringClass().getName());
        whenCodeBegins.run();
        try {
            classes.variables().declaring(snippet.getDeclaringClass());
            result = Optional.ofNullable(snippet.invoke(null));
            // JShell would show this text; the kernel renders the value itself, under guard.
            return "";
        } catch (InvocationTargetException e) {
            Reserve.giveUpFor(e.getCause());
            thrown = Optional.of(e.getCause());
            throw e.getCause() instanceof SPIResolutionException
                    ? e
                    : new InvocationTargetException(Thrown.standIn(e.getCause()));
        } finally {
            refused = Optional.empty(); // of a snippet that this one ran
            running = around;
            leave(outer);
        }
    }

    /** Runs code of cells that is no snippet, such as a listener; gives what it throws. */
    Optional<Throwable> call(Runnable work) {
        Thread outer = begin(Thread.currentThread());
        try {
            work.run();
            return Optional.empty();
        } catch (Throwable e) { // as of a snippet
            Reserve.giveUpFor(e);
            return Optional.of(e);
        } finally {
            leave(outer);
        }
    }

    @Override
    public String varValue(String className, String variable) {
        return "";
    }

    private synchronized Thread enter() throws InvocationTargetException {
        if (interrupted) {
            CellStopped stopped = new CellStopped();
            thrown = Optional.of(stopped);
            throw new InvocationTargetException(stopped);
        }
        return begin(Thread.currentThread());
    }

    private synchronized Thread begin(Thread thread) {
        Thread outer = inside;
        inside = thread;
        return outer;
    }

    private synchronized void leave(Thread outer) {
        inside = outer;
        if (outer == null) {
            Thread.interrupted();
            StopCheck.clear();
        }
    }
}
