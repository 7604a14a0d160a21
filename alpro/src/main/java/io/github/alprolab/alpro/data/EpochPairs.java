package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.mixing.EpochOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs in the order of each epoch, which is drawn when the epoch's first pair is asked for.
 */
final class EpochPairs {
    private final List<Pair> pairs;
    private final RandomStreams streams;
    private int epoch = -1;
    private int[] order;

    EpochPairs(List<Pair> pairs, RandomStreams streams) {
        this.pairs = List.copyOf(pairs);
        this.streams = streams;
    }

    /** So many pairs of an epoch; asked for by one thread. */
    List<Pair> of(int wanted, int start, int count) {
        if (wanted != epoch) {
            order = EpochOrder.shuffled(pairs.size(), streams.seedOf("order", wanted));
            epoch = wanted;
        }
        return Arrays.stream(order, start, start + count).mapToObj(pairs::get).toList();
    }
}
