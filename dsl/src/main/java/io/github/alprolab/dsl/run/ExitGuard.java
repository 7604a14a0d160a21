package io.github.alprolab.dsl.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a session write its record, and a training its checkpoint, when the process is asked to end,
 * by a signal or by a kernel that shuts down. Without it the engine's libraries are torn down under
 * a running step, which crashes the process.
 */
final class ExitGuard implements AutoCloseable {
    private static final int SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "run-exit-guard");
    private volatile boolean exiting;

    private ExitGuard() {}

    /** Holds the end of the process back until it is closed, but not for ever. */
    static ExitGuard hold() {
        ExitGuard guard = new ExitGuard();
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    /** Whether the process wants to end. */
    boolean exiting() {
        return exiting;
    }

    private void await() {
        exiting = true;
        try {
            done.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!exiting) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                exiting = true; // the end began just now, and nothing is left to guard
            }
        }
    }
}
