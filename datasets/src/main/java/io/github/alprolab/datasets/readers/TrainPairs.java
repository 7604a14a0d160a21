package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.function.Supplier;

/** Pairs that are all TRAIN, read when they are first asked for. */
public final class TrainPairs {
    private final Supplier<List<Pair>> read;
    private List<Pair> pairs;

    /**
     * @param read reads them; asked once where it does not throw
     */
    public TrainPairs(Supplier<List<Pair>> read) {
        this.read = read;
    }

    /** All of them for TRAIN; other splits have none. */
    public synchronized List<Pair> of(Split split) {
        if (split != Split.TRAIN) {
            return List.of();
        }
        if (pairs == null) {
            pairs = read.get();
        }
        return pairs;
    }
}
