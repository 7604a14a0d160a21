package io.github.alprolab.kernel.debug;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread that stopped. It does what it is asked, so that questions need no other thread's view of
 * what it holds, until it is told to go on; an interrupt ends the stop.
 */
final class Stop {
    /** Seconds that a value's own code gets. */
    private static final int PATIENCE = 10;

    private static final Runnable GO_ON = () -> {};

    private final Thread thread = Thread.currentThread();
    private final BlockingQueue<Runnable> questions = new LinkedBlockingQueue<>();
    private final List<ShownFrame> frames;
    private final long depth;
    private final int site;
    private volatile boolean ended;

    /** A stop of the calling thread, whose frames are these, innermost first. */
    Stop(int site, List<ShownFrame> frames, long depth) {
        this.site = site;
        this.frames = frames;
        this.depth = depth;
    }

    Thread thread() {
        return thread;
    }

    List<ShownFrame> frames() {
        return frames;
    }

    /** How many frames the thread has. */
    long depth() {
        return depth;
    }

    int site() {
        return site;
    }

    /** Answers questions until it is told to go on. */
    void await() {
        try {
            Runnable next = questions.take();
            while (next != GO_ON) {
                next.run();
                Thread.interrupted(); // of a question that took too long
                next = questions.take();
            }
        } catch (InterruptedException e) {
            thread.interrupt(); // whoever stops the cell wants its code to see that
        } finally {
            ended = true;
            refuseRest();
        }
    }

    private void refuseRest() {
        for (Runnable left = questions.poll(); left != null; left = questions.poll()) {
            if (left instanceof FutureTask<?> question) {
                question.cancel(false);
            }
        }
    }

    void goOn() {
        questions.add(GO_ON);
    }

    /**
     * Asks the thread, and waits for its answer.
     *
     * @throws Refused where the answer does not come in time, or the question's own code fails
     */
    <T> T ask(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        questions.add(task);
        if (ended) {
            refuseRest();
        }
        try {
            return task.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Refused("There is no answer within " + PATIENCE + " seconds.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused
                    ? refused
                    : new Refused(Texts.failure(e.getCause()));
        } catch (InterruptedException | CancellationException e) {
            throw new Refused("The thread went on.");
        }
    }
}
