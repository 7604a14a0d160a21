package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.datasets.Pair;
import java.util.List;

/**
 * Clips encoded once, with the pairs they belong to.
 *
 * @param pairs the clips in column order; empty where the features came from elsewhere
 * @param vectors unit vectors for VTC, (clips, d)
 * @param tokens output of the video encoder for VTM, row by row (clips, (1 + P)·D)
 */
public record VideoFeatures(List<Pair> pairs, float[][] vectors, float[][] tokens) {

    public VideoFeatures {
        pairs = List.copyOf(pairs);
    }

    /** What one batch of video tokens (B, 1 + P, D) gives. */
    public static VideoFeatures of(AlproModel model, Tensor video) {
        return new VideoFeatures(
                List.of(),
                model.videoFeature(video).matrix(),
                video.reshape(video.size(0), -1).matrix());
    }

    /** Number of clips. */
    public int count() {
        return vectors.length;
    }
}
