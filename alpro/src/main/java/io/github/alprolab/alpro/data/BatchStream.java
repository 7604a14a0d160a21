package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.FrameSampling;
import java.util.List;
import java.util.stream.Stream;

/**
 * The batches of a training from any update on, {@linkplain MadeAhead made ahead} on a few threads.
 * Their position is a number: order, captions, frames, crops and hidden words of batch 1, 2, …
 * follow from it and from the seed.
 *
 * <p>Which pairs a batch shows is said by {@link BatchOrder}. Pairs that do not fill the batches of
 * a last update are left out, because the number of negatives is part of the contrastive losses.
 */
public final class BatchStream implements AutoCloseable {
    private final MadeAhead<Batch> batches;

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
        BatchOrder order = new BatchOrder(parts, streams, batch, accumulate, first);
        this.batches =
                new MadeAhead<>(
                        Stream.generate(order::next)
                                .map(draw -> () -> maker.training(draw, sampling, streams)));
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
        return MadeAhead.THREADS;
    }

    /**
     * The next batch.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public Batch next() throws InterruptedException {
        return batches.next();
    }

    /** Seconds for which {@link #next} waited so far. */
    public double waited() {
        return batches.waited() / 1e9;
    }

    @Override
    public void close() {
        batches.close();
    }
}
