package io.github.alprolab.datasets;

import java.util.List;

/** Questions about videos, in three splits. */
public interface QuestionDataset {
    /** What reports call it. */
    String name();

    /** Hex SHA-256 of what the data set is made from: equal hash, equal content. */
    String hash();

    /**
     * The questions of one split with their videos, always in the same order; empty when the split
     * has none.
     */
    List<VideoQuestion> asked(Split split);
}
