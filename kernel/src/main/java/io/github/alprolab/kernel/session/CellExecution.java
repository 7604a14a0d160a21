package io.github.alprolab.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import jdk.jshell.spi.ExecutionControl.NotImplementedException;
import jdk.jshell.spi.ExecutionControl.RunException;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs snippets on the calling thread and keeps the real result and the real error of each. Only
 * the cell's own code is ever interrupted: an interrupt would close files that the compiler has
 * open. Only the cell's own code is ever left behind: there JShell holds no lock and has nothing
 * half done.
 */
final class CellExecution extends DirectExecutionControl {
    private final SnippetClasses classes;
    private final Set<Thread> left = ConcurrentHashMap.newKeySet();
    private Optional<Throwable> throwsNext = Optional.empty();
    private Runnable whenCodeBegins = () -> {};
    private volatile CellRun run = new CellRun();
    private String newest = "";

    CellExecution(SnippetClasses classes) {
        super(classes);
        this.classes = classes;
    }

    SnippetClasses classes() {
        return classes;
    }

    /** The next snippet throws this instead of running. */
    void throwNext(Throwable error) {
        throwsNext = Optional.of(error);
    }

    /** What is known of the code that runs now, or ran last. */
    CellRun run() {
        return run;
    }

    /** What is called when the compiled code of a snippet begins. */
    void whenCodeBegins(Runnable work) {
        whenCodeBegins = work;
    }

    /** Forgets interrupts of an earlier cell; a part that a cell runs is no other cell. */
    synchronized void beginCell() {
        requireHere();
        if (run.inside() == null) {
            run.interrupted(false);
        }
    }

    /** Interrupts the thread of the cell's code; code that did not begin yet does not begin. */
    synchronized void interrupt() {
        run.interrupted(true);
        if (run.inside() != null) {
            run.inside().interrupt();
        }
    }

    /** Ends the loops of the cell's code. */
    synchronized void stopLoops() {
        if (run.inside() != null) {
            StopCheck.stop(run.inside());
        }
    }

    /** The thread that is in the cell's code now. */
    synchronized Optional<Thread> inside() {
        return Optional.ofNullable(run.inside());
    }

    /**
     * Leaves the thread behind that is in the cell's code, or else another that works for the cell,
     * where there is one; nothing that it does counts from now on.
     */
    synchronized Optional<Thread> leave(Optional<Thread> otherwise) {
        Optional<Thread> thread = inside().or(() -> otherwise);
        thread.ifPresent(
                one -> {
                    left.add(one);
                    StopCheck.leave(one, run.running().orElse(""));
                    run = new CellRun();
                });
        return thread;
    }

    /** A thread that was left behind has ended. */
    void ended(Thread thread) {
        left.remove(thread);
        StopCheck.ended(thread);
    }

    boolean isLeft() {
        return left.contains(Thread.currentThread());
    }

    /** Ends the calling thread where it was left behind. */
    void requireHere() {
        if (isLeft()) {
            throw new LeftBehind(null);
        }
    }

    /** Runs code of cells that JShell does not call, such as what a value says of itself. */
    <T> T asCode(Supplier<T> work) {
        CellRun mine = run;
        Thread outer = enter(mine);
        try {
            return work.get();
        } finally {
            leave(mine, outer);
        }
    }

    /** Closes what variables held that were emptied; the close of a cell's class is its code. */
    void closeEmptied() {
        if (classes.variables().hasEmptied()) {
            call(classes.variables()::closeEmptied);
        }
    }

    @Override
    public void load(ClassBytecodes[] snippets)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        try {
            super.load(snippets);
            newest = snippets[0].name();
        } catch (ClassInstallException e) { // JShell goes on as if nothing had happened
            run.refuse(e.getCause());
            throw e;
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        if (throwsNext.isPresent()) {
            Throwable error = throwsNext.get();
            throwsNext = Optional.empty();
            throw new InvocationTargetException(Thrown.standIn(error));
        }
        CellRun mine = run;
        if (mine.interrupted()) {
            CellStopped stopped = new CellStopped();
            mine.threw(stopped);
            throw new InvocationTargetException(stopped);
        }
        Thread outer = enter(mine);
        Optional<String> around = mine.running();
        mine.runs(Optional.of(snippet.getDeclaringClass().getName()));
        whenCodeBegins.run();
        try {
            classes.variables().declaring(snippet.getDeclaringClass());
            classes.variables().closeEmptied();
            if (mine.interrupted()) { // while something was closed, so this code does not begin
                throw new InvocationTargetException(new CellStopped());
            }
            mine.gave(snippet.invoke(null));
            // JShell would show this text; the kernel renders the value itself, under guard.
            return "";
        } catch (InvocationTargetException e) {
            Reserve.giveUpFor(e.getCause());
            mine.threw(e.getCause());
            throw e.getCause() instanceof SPIResolutionException
                    ? e
                    : new InvocationTargetException(Thrown.standIn(e.getCause()));
        } finally {
            mine.accept(); // of a snippet that this one ran
            mine.ran(mine.running());
            mine.runs(around);
            leave(mine, outer);
        }
    }

    /** Runs code of cells that is no snippet, such as a listener; gives what it throws. */
    Optional<Throwable> call(Runnable work) {
        CellRun mine = run;
        Thread outer = enter(mine);
        try {
            work.run();
            return Optional.empty();
        } catch (Throwable e) { // as of a snippet
            Reserve.giveUpFor(e);
            return Optional.of(e);
        } finally {
            leave(mine, outer);
        }
    }

    /** JShell would take it for a fault of its own and go on. */
    @Override
    protected String throwConvertedOtherException(Throwable error)
            throws RunException, InternalException {
        if (error instanceof LeftBehind end) {
            throw end;
        }
        return super.throwConvertedOtherException(error);
    }

    /** A method of the class that was loaded last. */
    Method newest(String method) throws ReflectiveOperationException {
        return Stream.of(classes.findClass(newest).getDeclaredMethods())
                .filter(found -> found.getName().equals(method))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(method));
    }

    @Override
    public String varValue(String className, String variable) {
        return "";
    }

    private synchronized Thread enter(CellRun mine) {
        requireHere();
        Thread outer = mine.inside();
        mine.inside(Thread.currentThread());
        return outer;
    }

    private synchronized void leave(CellRun mine, Thread outer) {
        if (isLeft()) {
            throw new LeftBehind(mine.thrown().orElse(null));
        }
        mine.inside(outer);
        if (outer == null) {
            Thread.interrupted();
            StopCheck.clear();
        }
    }
}
