package io.github.alprolab.kernel.stop;

import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.protocol.Sockets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the kernel ends: the running cell is stopped, what it printed is sent, then nothing more. */
public final class Shutdown {
    /** What a stopped cell gets to clean up, in milliseconds. */
    private static final int CLEANING = 100;

    /** Where nobody would kill a kernel that a shutdown hook holds up; in seconds. */
    private static final int HOOKS = 10;

    private final CellStreams streams;
    private final Sockets sockets;
    private final Interrupts.Steps cell;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Ends by these; what a cell prints is sent before the sockets close. */
    public Shutdown(CellStreams streams, Sockets sockets, Interrupts.Steps cell) {
        this.streams = streams;
        this.sockets = sockets;
        this.cell = cell;
    }

    /** Begins to end; never waits, because what is sent needs the thread of the sockets. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread last = new Thread(this::end, "kernel-shutdown");
            last.setDaemon(true);
            last.start();
        }
    }

    /** Ends without a client that would kill the kernel where it does not come to its end. */
    public void beginAlone() {
        begin();
        try {
            TimeUnit.SECONDS.sleep(HOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    /** Waits until the kernel has ended. */
    public void await() throws InterruptedException {
        ended.await();
    }

    private void end() {
        try {
            cell.interrupt();
            cell.stopLoops();
            TimeUnit.MILLISECONDS.sleep(CLEANING);
            sockets.hurry();
            streams.giveBack();
            sockets.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }
}
