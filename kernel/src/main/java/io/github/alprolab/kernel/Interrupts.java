package io.github.alprolab.kernel;

import io.github.alprolab.kernel.api.KernelServices.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Stops a cell in steps: work that stops by itself is asked first and gets time; then, or at once
 * where nothing was registered, the thread is interrupted and its loops end at their stop checks.
 */
final class Interrupts {
    private static final int COOPERATIVE_SECONDS = 30;

    private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "kernel-interrupts");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Runnable force;
    private volatile boolean requested;
    private volatile ScheduledFuture<?> pending;

    /** Ends cells by {@code force} where asking does not help. */
    Interrupts(Runnable force) {
        this.force = force;
    }

    boolean requested() {
        return requested;
    }

    Registration register(Runnable hook) {
        hooks.add(hook);
        return () -> hooks.remove(hook);
    }

    /** Called for every interrupt request; a second one does not wait any more. */
    synchronized void request() {
        boolean again = requested;
        requested = true;
        hooks.forEach(Runnable::run);
        if (hooks.isEmpty() || again) {
            force.run();
        } else {
            pending = timer.schedule(force, COOPERATIVE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Forgets requests before and after a cell. */
    synchronized void clear() {
        requested = false;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
