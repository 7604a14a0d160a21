package io.github.alprolab.kernel.stop;

import io.github.alprolab.kernel.api.KernelServices.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stops a cell in steps. Work that stops by itself is asked first and gets time; then, or at once
 * where nothing was registered, the cell's thread is interrupted; shortly after its loops end at
 * their stop checks; what does not end even then is named, and left behind when that is asked.
 */
public final class Interrupts {
    private static final System.Logger LOG = System.getLogger(Interrupts.class.getName());
    private static final int COOPERATIVE_MILLISECONDS = 30_000;

    /** Code that listens to interrupts ends in its own way within this. */
    private static final int LOOPS_MILLISECONDS = 100;

    private static final int STUCK_MILLISECONDS = 1_500;

    /** So many interrupts in one cell leave it behind, when it was said where it is. */
    private static final int LEAVING = 3;

    /** What cleans up behind a loop may loop itself for this long. */
    private static final int AGAIN_MILLISECONDS = 5_000;

    /** What an interrupt does to a cell, from gentle to rude. */
    public interface Steps {
        /** Interrupts the thread of the cell. */
        void interrupt();

        /** Ends the loops of the cell at their next turn. */
        void stopLoops();

        /**
         * Says where the cell is that did not stop.
         *
         * @param interruptsToLeave how many more interrupts leave it behind
         */
        void reportStuck(int interruptsToLeave);

        /** Gives up the thread of the cell and goes on with the next on another. */
        void leave();
    }

    private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
    private final List<Future<?>> pending = new ArrayList<>();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1,
                    work -> {
                        Thread thread = new Thread(work, "kernel-interrupts");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Steps steps;
    private volatile int requests;
    private boolean reported;

    /** Stops cells by these steps. */
    public Interrupts(Steps steps) {
        this.steps = steps;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Whether the running cell was asked to stop. */
    public boolean requested() {
        return requests > 0;
    }

    /** Adds work that an interrupt begins with, until it is closed. */
    public Registration register(Runnable hook) {
        hooks.add(hook);
        return () -> hooks.remove(hook);
    }

    /**
     * Called for every interrupt request; a second one does not wait any more, and a third leaves
     * what does not stop. Hooks, which may show something and so wait for a client, have a thread
     * of their own.
     */
    public synchronized void request() {
        boolean again = requests > 0;
        requests++;
        Thread asking = new Thread(() -> hooks.forEach(Interrupts::guarded), "kernel-hooks");
        asking.setDaemon(true);
        asking.start();
        if (reported && requests >= LEAVING) {
            later(this::leave, 0);
        } else if (hooks.isEmpty() || again) {
            force();
        } else {
            later(this::force, COOPERATIVE_MILLISECONDS);
        }
    }

    /** Forgets requests, before and after a cell. */
    public synchronized void clear() {
        requests = 0;
        reported = false;
        pending.forEach(step -> step.cancel(false));
        pending.clear();
    }

    private synchronized void force() {
        if (requests > 0) {
            steps.interrupt();
            later(this::stopLoops, LOOPS_MILLISECONDS);
            later(this::reportStuck, STUCK_MILLISECONDS);
        }
    }

    /** Who interrupts in haste does not leave a cell behind that is about to stop. */
    private synchronized void reportStuck() {
        if (requests >= LEAVING) {
            later(this::leave, 0);
        } else if (requests > 0) {
            reported = true;
            steps.reportStuck(LEAVING - requests);
        }
    }

    private synchronized void leave() {
        if (requests > 0) {
            steps.leave();
        }
    }

    /** A cell that ended meanwhile must not take the next one with it. */
    private synchronized void stopLoops() {
        if (requests > 0) {
            steps.stopLoops();
            later(this::stopLoops, AGAIN_MILLISECONDS);
        }
    }

    private synchronized void later(Runnable step, int milliseconds) {
        pending.add(timer.schedule(step, milliseconds, TimeUnit.MILLISECONDS));
    }

    private static void guarded(Runnable hook) {
        try {
            hook.run();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A hook for interrupts failed", e);
        }
    }
}
