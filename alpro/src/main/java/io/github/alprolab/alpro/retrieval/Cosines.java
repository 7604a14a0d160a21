package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;

/** Inner products of all texts with all clips, some rows on the device at a time. */
final class Cosines {
    /** Of them on the device at a time. */
    private static final int PRODUCTS = 1 << 22;

    private Cosines() {}

    /**
     * Divided by a temperature.
     *
     * @param texts unit vectors (texts, d)
     * @param clips unit vectors (clips, d)
     * @return (texts, clips)
     */
    static double[][] of(Compute compute, Tensor texts, Tensor clips, double temperature) {
        double[][] scores = new double[texts.size(0)][];
        int rows = Math.max(1, PRODUCTS / Math.max(1, clips.size(0)));
        for (int start = 0; start < scores.length; start += rows) {
            try (Scope step = compute.scope()) {
                int count = Math.min(rows, scores.length - start);
                Tensor turned = clips.in(step).transpose(0, 1);
                float[][] some = texts.in(step).narrow(0, start, count).matmul(turned).matrix();
                for (int i = 0; i < count; i++) {
                    scores[start + i] = scaled(some[i], temperature);
                }
            }
        }
        return scores;
    }

    private static double[] scaled(float[] cosines, double temperature) {
        double[] scores = new double[cosines.length];
        Arrays.setAll(scores, i -> cosines[i] / temperature);
        return scores;
    }
}
