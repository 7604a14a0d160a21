package io.github.alprolab.alpro.retrieval;

import java.util.BitSet;

/** Says what VTM says of pairs of a text and a clip: in this process, or in others. */
@FunctionalInterface
public interface PairJudge {
    /**
     * Judges pairs, each once, in no order that is promised.
     *
     * @param wanted for each text the clips to judge it with
     * @param told of each pair
     */
    void score(TextFeatures texts, VideoFeatures videos, BitSet[] wanted, Told told);

    /** Is told what VTM says of a pair. */
    @FunctionalInterface
    interface Told {
        /** Scores before the softmax. */
        void pair(int text, int clip, float noMatch, float match);
    }
}
