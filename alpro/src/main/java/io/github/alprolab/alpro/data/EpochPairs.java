package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The pairs in the order of each epoch, which is drawn when the epoch's first pair is asked for.
 */
final class EpochPairs {
    private final List<Pair> pairs;
    private final RandomStreams streams;
    private final String stream;
    private int epoch = -1;
    private int[] order;

    /**
     * @param stream name of the stream of orders
     */
    EpochPairs(List<Pair> pairs, RandomStreams streams, String stream) {
        this.pairs = List.copyOf(pairs);
        this.streams = streams;
        this.stream = stream;
    }

    /** So many pairs of an epoch; asked for by one thread. */
    List<Pair> of(int wanted, int start, int count) {
        if (wanted != epoch) {
            order = shuffled(pairs.size(), streams.seedOf(stream, wanted));
            epoch = wanted;
        }
        return Arrays.stream(order, start, start + count).mapToObj(pairs::get).toList();
    }

    List<Pair> all() {
        return pairs;
    }

    /** The order in which {@link java.util.Collections#shuffle} puts a list of so many. */
    private static int[] shuffled(int size, long seed) {
        // Java specifies the numbers of this generator to the bit.
        Random random = new Random(seed);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
