package io.github.alprolab.kernel.request;

import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.BiConsumer;

/**
 * Does work in order on one thread. That thread can be left behind in what it does: another then
 * goes on with the rest, and it ends with what it does.
 */
public final class CellThread implements Executor {
    private static final System.Logger LOG = System.getLogger(CellThread.class.getName());

    /** Deep recursion in a cell should end in a StackOverflowError of its own, not of JShell's. */
    private static final long STACK = 64L << 20;

    private final BlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>();
    private volatile Thread worker;
    private volatile BiConsumer<Thread, Optional<Throwable>> whenLeftEnds = (thread, end) -> {};

    /** Begins without work. */
    public CellThread() {
        start();
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /** Sets what a thread that was left behind does at its end, with what it threw. */
    void whenLeftEnds(BiConsumer<Thread, Optional<Throwable>> work) {
        whenLeftEnds = work;
    }

    /** Leaves the thread behind; the next does this first, then what is waiting. */
    void leave(Runnable first) {
        worker.setName("cells, left behind");
        waiting.addFirst(first);
        start();
    }

    /** Whether the calling thread was left behind. */
    boolean isLeft() {
        return Thread.currentThread() != worker;
    }

    private void start() {
        Thread thread = new Thread(null, this::work, "cells", STACK);
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    private void work() {
        while (!isLeft()) {
            Throwable end = null;
            try {
                waiting.take().run();
            } catch (Throwable e) { // this thread must outlive everything
                end = e;
            }
            if (isLeft()) {
                whenLeftEnds.accept(Thread.currentThread(), Optional.ofNullable(end));
            } else if (end != null) {
                LOG.log(System.Logger.Level.ERROR, "Work for a request failed", end);
            }
        }
    }
}
