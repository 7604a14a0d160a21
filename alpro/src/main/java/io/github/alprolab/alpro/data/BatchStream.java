package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.FrameSampling;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The batches of a training from any update on, made ahead on a few threads: at most {@value
 * #AHEAD} wait to be taken, whatever the number of threads. Their position is a number: order,
 * captions, frames, crops and hidden words of batch 1, 2, … follow from it and from the seed.
 *
 * <p>Which pairs a batch shows is said by {@link BatchOrder}. Pairs that do not fill the batches of
 * a last update are left out, because the number of negatives is part of the contrastive losses.
 */
public final class BatchStream implements AutoCloseable {
    static final int AHEAD = 3;

    /** Decoding ahead leaves the engine half of the cores. */
    private static final int THREADS =
            Math.max(1, Math.min(AHEAD, Runtime.getRuntime().availableProcessors() / 2));

    private final BatchMaker maker;
    private final BatchOrder order;
    private final FrameSampling sampling;
    private final RandomStreams streams;
    private final ExecutorService worker =
            Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                        Thread thread = new Thread(work, "alpro-batches");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final BlockingQueue<Future<Batch>> ready = new ArrayBlockingQueue<>(AHEAD);

    /**
     * Starts at an update of an endless row of epochs.
     *
     * @param parts the data sets, whose shares add up to 1
     * @param batch B, clips of a batch
     * @param accumulate batches of an update
     * @param first 1, 2, …, the update whose first batch comes first
     */
    public BatchStream(
            BatchMaker maker,
            List<MixedPart> parts,
            FrameSampling sampling,
            RandomStreams streams,
            int batch,
            int accumulate,
            int first) {
        this.maker = maker;
        this.order = new BatchOrder(parts, streams, batch, accumulate, first);
        this.sampling = sampling;
        this.streams = streams;
        for (int i = 0; i < AHEAD; i++) {
            order();
        }
    }

    /**
     * Updates in one epoch.
     *
     * @throws IllegalArgumentException when a batch is one pair, or there are too few for one
     *     update
     */
    public static int updatesPerEpoch(int pairs, int batch, int accumulate) {
        if (batch < 2) {
            throw new IllegalArgumentException(
                    "batch is "
                            + batch
                            + "; allowed is at least 2, since one pair alone has no negatives. Try"
                            + " 8 or more.");
        }
        int clips = Math.multiplyExact(batch, accumulate);
        if (pairs < clips) {
            throw new IllegalArgumentException(
                    "A batch of "
                            + batch
                            + (accumulate == 1 ? "" : " times " + accumulate + " accumulated")
                            + " is asked for and there are "
                            + pairs
                            + " training pairs. Use at most "
                            + pairs
                            + " clips an update, or more pairs.");
        }
        return pairs / clips;
    }

    /** How many batches are made at a time. */
    public static int threads() {
        return THREADS;
    }

    /**
     * The next batch.
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
        Draw draw = order.next();
        ready.add(worker.submit(() -> maker.training(draw, sampling, streams)));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
