package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.datasets.Pair;
import java.util.List;

/** Encoded clips with the pairs they belong to. */
public final class VideoFeatures {
    private final List<Pair> pairs;
    private final float[][] vectors;

    VideoFeatures(List<Pair> pairs, float[][] vectors) {
        this.pairs = List.copyOf(pairs);
        this.vectors = vectors;
    }

    /** The clips in column order. */
    public List<Pair> pairs() {
        return pairs;
    }

    float[][] vectors() {
        return vectors;
    }
}
