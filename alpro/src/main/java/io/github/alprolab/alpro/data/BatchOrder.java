package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pairs each batch of a training shows, batch after batch. Every update draws one of the data
 * sets by their shares, and all of its batches are from it, so that a batch is of one kind
 * (docs/method.md 5.2). Every epoch of a data set is a new order of its pairs; one that runs out
 * begins its next epoch, and pairs that do not fill a last update are left out.
 */
final class BatchOrder {
    private final List<MixedPart> parts;
    private final List<EpochPairs> pairs;
    private final RandomStreams streams;
    private final int batch;
    private final int accumulate;

    /** Batches taken so far from each part. */
    private final int[] taken;

    private int next;

    /**
     * @param first 1, 2, …, the update whose first batch comes first
     */
    BatchOrder(List<MixedPart> parts, RandomStreams streams, int batch, int accumulate, int first) {
        this.parts = List.copyOf(parts);
        this.streams = streams;
        this.batch = batch;
        this.accumulate = accumulate;
        this.pairs =
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new EpochPairs(parts.get(i).train(), streams, stream(i)))
                        .toList();
        this.taken = new int[parts.size()];
        for (int update = 1; update < first; update++) {
            taken[part(update)] += accumulate;
        }
        this.next = (first - 1) * accumulate + 1;
    }

    /** The first one's is that of trainings on one data set. */
    private static String stream(int part) {
        return part == 0 ? "order" : "order of data set " + part;
    }

    Draw next() {
        int number = next++;
        int part = part((number - 1) / accumulate + 1);
        int perEpoch =
                BatchStream.updatesPerEpoch(parts.get(part).train().size(), batch, accumulate)
                        * accumulate;
        int epoch = taken[part] / perEpoch;
        int start = taken[part] % perEpoch * batch;
        taken[part]++;
        EpochPairs some = pairs.get(part);
        return new Draw(number, epoch, some.of(epoch, start, batch), some.all());
    }

    /** The data set of an update. */
    private int part(int update) {
        if (parts.size() == 1) {
            return 0;
        }
        double left = streams.stream("mixture", update).nextDouble();
        int part = 0;
        while (part < parts.size() - 1 && left >= parts.get(part).share()) {
            left -= parts.get(part++).share();
        }
        return part;
    }
}
