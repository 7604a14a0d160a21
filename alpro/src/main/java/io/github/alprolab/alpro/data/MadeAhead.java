package io.github.alprolab.alpro.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Things made on a few threads of their own, ahead of the one thread that takes them in their
 * order: at most {@value #AHEAD} wait to be taken, whatever the number of threads. What cannot be
 * made is told to the taker, in its place.
 *
 * @param <T> what is made, such as decoded clips
 */
public final class MadeAhead<T> implements AutoCloseable {
    static final int AHEAD = 3;

    /** Decoding ahead leaves the engine half of the cores. */
    static final int THREADS =
            Math.max(1, Math.min(AHEAD, Runtime.getRuntime().availableProcessors() / 2));

    private final Iterator<Callable<T>> work;
    private final ExecutorService makers =
            Executors.newFixedThreadPool(
                    THREADS,
                    task -> {
                        Thread thread = new Thread(task, "alpro-ahead");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Deque<Future<T>> ahead = new ArrayDeque<>();
    private long waited;

    /**
     * Begins at once.
     *
     * @param work what is to be made, in this order; may go on without an end. It is asked for on
     *     the taker's thread
     */
    public MadeAhead(Stream<Callable<T>> work) {
        this.work = work.iterator();
        for (int i = 0; i < AHEAD; i++) {
            order();
        }
    }

    /** Whether there is another one to take. */
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    /**
     * The next one.
     *
     * @throws InterruptedException when the thread is interrupted before or while it waits; the one
     *     that it waited for is lost
     * @throws NoSuchElementException behind the last one
     */
    public T next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException(); // also where there is nothing to wait for
        }
        return made(taken());
    }

    /** The same for work that looks at interrupts in its own time: one is kept until then. */
    public T nextThroughInterrupts() {
        Future<T> first = taken();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return made(first);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nanoseconds for which the taker has waited so far. */
    public long waited() {
        return waited;
    }

    private Future<T> taken() {
        Future<T> first = ahead.remove();
        order();
        return first;
    }

    private void order() {
        if (work.hasNext()) {
            ahead.add(makers.submit(work.next()));
        }
    }

    private T made(Future<T> one) throws InterruptedException {
        long start = System.nanoTime();
        try {
            return one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(
                    "What was made ahead failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    /** Makes no more; returns when what was being made is over, since it may use what is closed. */
    @Override
    public void close() {
        makers.shutdownNow();
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                over = makers.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
