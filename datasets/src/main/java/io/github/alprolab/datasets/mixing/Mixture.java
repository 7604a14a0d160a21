package io.github.alprolab.datasets.mixing;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Several data sets in one training: each step draws one of them, and all of a batch is from it
 * (alpro.md 5.2). A draw holds for all micro-steps between two updates. A data set that runs out
 * starts its next epoch. A value: each edit returns a copy.
 *
 * @param sizes items of each data set, all at least 1
 * @param weights how often each is drawn, in proportion; above 0
 * @param batch items of a step on one worker, at least 1
 * @param accumulation micro-steps of one update, at least 1
 * @param keepsPartial whether an epoch's last batch may be smaller; otherwise it is left out, since
 *     the number of negatives is part of contrastive losses
 * @param order of the items
 * @param shard the worker's part; which data set is drawn is the same for all workers
 * @param seed of draws and orders
 */
public record Mixture(
        List<Integer> sizes,
        List<Double> weights,
        int batch,
        int accumulation,
        boolean keepsPartial,
        EpochOrder order,
        Shard shard,
        long seed) {
    public Mixture {
        sizes = List.copyOf(sizes);
        weights = List.copyOf(weights);
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(shard, "shard");
        requireWeights(sizes, weights);
        if (batch < 1 || accumulation < 1) {
            throw new IllegalArgumentException(
                    "a batch and an update have at least 1, got %s and %s"
                            .formatted(batch, accumulation));
        }
        for (int size : sizes) {
            requireBatch(size, shard.size(size), batch, keepsPartial);
        }
    }

    /** As published, but with epochs that advance: each data set equally often, seed 42. */
    public static Mixture of(int batch, int... sizes) {
        return new Mixture(
                Arrays.stream(sizes).boxed().toList(),
                Collections.nCopies(sizes.length, 1.0),
                batch,
                1,
                false,
                EpochOrder.ADVANCING,
                Shard.whole(),
                42);
    }

    /** With data sets drawn in proportion to these numbers, one for each. */
    public Mixture weights(double... others) {
        List<Double> list = Arrays.stream(others).boxed().toList();
        return new Mixture(sizes, list, batch, accumulation, keepsPartial, order, shard, seed);
    }

    /** With data sets drawn in proportion to their sizes. */
    public Mixture bySize() {
        return weights(sizes.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    /** With so many micro-steps of one data set in an update. */
    public Mixture accumulation(int steps) {
        return new Mixture(sizes, weights, batch, steps, keepsPartial, order, shard, seed);
    }

    /** With an epoch's last batch kept, however small. */
    public Mixture keepingPartial() {
        return new Mixture(sizes, weights, batch, accumulation, true, order, shard, seed);
    }

    /** With another order of items. */
    public Mixture order(EpochOrder other) {
        return new Mixture(sizes, weights, batch, accumulation, keepsPartial, other, shard, seed);
    }

    /** What one of several workers sees. */
    public Mixture shard(Shard other) {
        return new Mixture(sizes, weights, batch, accumulation, keepsPartial, order, other, seed);
    }

    /** With other draws and orders. */
    public Mixture seed(long other) {
        return new Mixture(sizes, weights, batch, accumulation, keepsPartial, order, shard, other);
    }

    /**
     * Micro-steps without end.
     *
     * @param first number of the micro-step to start at, from 0
     */
    public Iterator<MixedStep> steps(int first) {
        if (first < 0) {
            throw new IllegalArgumentException("steps are counted from 0, got " + first);
        }
        return new MixedSteps(this, first);
    }

    /** Batches of one data set in one epoch of this worker. */
    int batches(int source) {
        int items = shard.size(sizes.get(source));
        return keepsPartial ? (items + batch - 1) / batch : items / batch;
    }

    private static void requireWeights(List<Integer> sizes, List<Double> weights) {
        if (sizes.isEmpty() || sizes.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "every data set has one weight, got sizes %s and weights %s"
                            .formatted(sizes, weights));
        }
        if (!weights.stream().allMatch(w -> w > 0 && w < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weights are above 0, got " + weights);
        }
    }

    private static void requireBatch(int size, int part, int batch, boolean partial) {
        if (part < (partial ? 1 : batch)) {
            throw new IllegalArgumentException(
                    "a data set of %s items has %s for a worker; use a batch of at most that, got %s"
                            .formatted(size, part, batch));
        }
    }
}
