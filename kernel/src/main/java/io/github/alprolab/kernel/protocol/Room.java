package io.github.alprolab.kernel.protocol;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * How many bytes may be under way to clients. Who is about to put out more waits while it is more;
 * a message itself never waits, so that none is longer than the room. Safe for threads.
 */
final class Room {
    /** What a message takes besides its bytes. */
    private static final int OVERHEAD = 512;

    /** Milliseconds after which a thread that waits looks whether it still has to. */
    private static final int GLANCE = 250;

    /** An interrupted thread still waits this long for what it puts out. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

    private final long limit;
    private final Runnable full;
    private boolean open;
    private long taken;
    private int waiting;

    /**
     * Room for so many bytes.
     *
     * @param full is called by each thread that begins to wait
     */
    Room(long limit, Runnable full) {
        this.limit = limit;
        this.full = full;
    }

    /**
     * Waits until there is room, or the wait is given up. An interrupt ends it soon and is kept:
     * what a cell puts out before it stops is not lost.
     */
    synchronized void await(BooleanSupplier givenUp) {
        if (!hasRoom()) {
            waiting++;
            full.run();
            waitUnless(givenUp);
            waiting--;
        }
    }

    /**
     * Takes room for a message, also where there is none.
     *
     * @return gives the room back; again does nothing
     */
    synchronized Runnable take(long bytes) {
        long whole = bytes + OVERHEAD;
        taken += whole;
        AtomicBoolean back = new AtomicBoolean();
        return () -> {
            if (back.compareAndSet(false, true)) {
                give(whole);
            }
        };
    }

    private synchronized void give(long bytes) {
        taken -= bytes;
        if (waiting > 0 && hasRoom()) {
            notifyAll();
        }
    }

    /** Whether a thread waits, or as much was taken as there is. */
    synchronized boolean isShort() {
        return waiting > 0 || taken >= limit;
    }

    /** Lets nobody wait from now on. */
    synchronized void open() {
        open = true;
        notifyAll();
    }

    private boolean hasRoom() {
        return open || taken < limit;
    }

    private void waitUnless(BooleanSupplier givenUp) {
        boolean interrupted = false;
        long end = 0;
        while (!hasRoom()
                && !givenUp.getAsBoolean()
                && !(interrupted && System.nanoTime() - end >= 0)) {
            try {
                wait(GLANCE);
            } catch (InterruptedException e) {
                interrupted = true;
                end = System.nanoTime() + GRACE;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
