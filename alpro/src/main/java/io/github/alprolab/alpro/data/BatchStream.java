package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The batches of a training from any step on, made ahead on a few threads: at most {@value #AHEAD}
 * wait to be taken, whatever the number of threads.
 *
 * <p>Every epoch is a new order of all pairs; a last batch that is not full is left out, because
 * the number of negatives is part of the contrastive losses.
 */
public final class BatchStream implements AutoCloseable {
    static final int AHEAD = 3;

    /** Decoding ahead leaves the engine half of the cores. */
    private static final int THREADS =
            Math.max(1, Math.min(AHEAD, Runtime.getRuntime().availableProcessors() / 2));

    private final BatchMaker maker;
    private final List<Pair> pairs;
    private final FrameSampling sampling;
    private final RandomStreams streams;
    private final int batch;
    private final ExecutorService worker =
            Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                        Thread thread = new Thread(work, "alpro-batches");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final BlockingQueue<Future<Batch>> ready = new ArrayBlockingQueue<>(AHEAD);
    private int next;

    /** Starts at step {@code first} (1, 2, …) of an endless row of epochs. */
    public BatchStream(
            BatchMaker maker,
            List<Pair> pairs,
            FrameSampling sampling,
            RandomStreams streams,
            int batch,
            int first) {
        this.maker = maker;
        this.pairs = List.copyOf(pairs);
        this.sampling = sampling;
        this.streams = streams;
        this.batch = batch;
        this.next = first;
        for (int i = 0; i < AHEAD; i++) {
            order();
        }
    }

    /** Full batches in one epoch. */
    public static int stepsPerEpoch(int pairs, int batch) {
        if (pairs < batch) {
            throw new IllegalArgumentException(
                    "A batch of "
                            + batch
                            + " is asked for and there are "
                            + pairs
                            + " training pairs. Use a batch of at most "
                            + pairs
                            + ", or more pairs.");
        }
        return pairs / batch;
    }

    /**
     * The next step's batch.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public Batch next() throws InterruptedException {
        Future<Batch> first = ready.take();
        order();
        try {
            return first.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A batch could not be made", e.getCause());
        }
    }

    private void order() {
        int step = next++;
        ready.add(worker.submit(() -> maker.training(pairsOf(step), sampling, streams, step)));
    }

    private List<Pair> pairsOf(int step) {
        int perEpoch = stepsPerEpoch(pairs.size(), batch);
        int epoch = (step - 1) / perEpoch;
        int start = (step - 1) % perEpoch * batch;
        List<Pair> order = new ArrayList<>(pairs);
        Collections.shuffle(order, new Random(streams.seedOf("order", epoch)));
        return order.subList(start, start + batch);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
