package io.github.alprolab.datasets.mixing;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;

/** Walks through the micro-steps of a mixture; remembers where each data set is. */
final class MixedSteps implements Iterator<MixedStep> {
    /** The seed of draws is apart from those of the data sets, which count from 0. */
    private static final long DRAWS = -1;

    private final Mixture mixture;
    private final double total;
    private final int[] seen;
    private final int[] epochs;
    private final int[][] orders;
    private int number;

    MixedSteps(Mixture mixture, int first) {
        this.mixture = mixture;
        this.total = mixture.weights().stream().mapToDouble(Double::doubleValue).sum();
        this.seen = new int[mixture.sizes().size()];
        this.epochs = new int[seen.length];
        this.orders = new int[seen.length][];
        for (number = 0; number < first; number++) {
            seen[source(number)]++;
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public MixedStep next() {
        int source = source(number);
        int perEpoch = mixture.batches(source);
        int epoch = seen[source] / perEpoch;
        int start = seen[source] % perEpoch * mixture.batch();
        seen[source]++;
        int[] order = order(source, epoch);
        int end = Math.min(order.length, start + mixture.batch());
        int[] items = Arrays.copyOfRange(order, start, end);
        return new MixedStep(number++, source, epoch, Arrays.stream(items).boxed().toList());
    }

    /** The data set of a micro-step's group. */
    private int source(int step) {
        long seed = EpochOrder.mixed(mixture.seed(), DRAWS);
        Random random = new Random(EpochOrder.mixed(seed, step / mixture.accumulation()));
        double left = random.nextDouble() * total;
        int source = 0;
        while (source < seen.length - 1 && left >= mixture.weights().get(source)) {
            left -= mixture.weights().get(source++);
        }
        return source;
    }

    /** This worker's part of an epoch, kept until the next epoch. */
    private int[] order(int source, int epoch) {
        if (orders[source] == null || epochs[source] != epoch) {
            long seed = EpochOrder.mixed(mixture.seed(), source);
            int[] all = mixture.order().order(mixture.sizes().get(source), seed, epoch);
            orders[source] = mixture.shard().of(all);
            epochs[source] = epoch;
        }
        return orders[source];
    }
}
