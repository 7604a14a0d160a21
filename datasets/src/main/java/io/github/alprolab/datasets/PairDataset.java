package io.github.alprolab.datasets;

import java.util.List;

/** Clips with captions, in three splits. */
public interface PairDataset {
    /** What reports call it. */
    String name();

    /** Hex SHA-256 of what the data set is made from: equal hash, equal content. */
    String hash();

    /** The pairs of one split, always in the same order; empty when the split has none. */
    List<Pair> pairs(Split split);
}
