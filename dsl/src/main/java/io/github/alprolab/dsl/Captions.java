package io.github.alprolab.dsl;

import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.datasets.Pair;
import java.util.List;

/**
 * Which captions a retrieval measures where a clip has several, as in MSVD and in the training
 * videos of MSRVTT. Where every clip has one, both are the same.
 */
public enum Captions {
    /**
     * Every caption looks for its clip; for a clip that looks for texts any of its captions is
     * right, and the best placed one counts.
     */
    EVERY,
    /** One text a clip, its first in the data set; the others are neither asked nor found. */
    FIRST;

    /** The clips with those of their captions that are measured. */
    List<Pair> of(List<Pair> pairs) {
        return this == EVERY ? pairs : pairs.stream().map(Captions::first).toList();
    }

    /** What titles say of the choice; empty where every clip has one caption. */
    String note(List<Pair> pairs) {
        int all = GroundTruth.captions(pairs).size();
        if (all == pairs.size()) {
            return "";
        }
        return this == EVERY
                ? " · all %d captions".formatted(all)
                : " · %d of %d captions, the first of each clip".formatted(pairs.size(), all);
    }

    private static Pair first(Pair pair) {
        return new Pair(
                pair.id(),
                pair.split(),
                pair.clip(),
                List.of(pair.captions().get(0)),
                pair.truth());
    }
}
