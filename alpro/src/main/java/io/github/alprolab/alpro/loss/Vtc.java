package io.github.alprolab.alpro.loss;

import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * Video-text contrastive loss: {@code S = V T' / temperature}; the mean of the cross-entropies of
 * rows and of columns against the diagonal (paper section 3.2, eq. 1 to 3).
 *
 * @param loss scalar
 * @param videoToText S, (B, B), a row per video
 */
public record Vtc(Tensor loss, Tensor videoToText) {

    /**
     * Computes the loss of unit vectors (B, d); pair i is row i of both.
     *
     * @param temperature scalar
     */
    public static Vtc of(Tensor video, Tensor text, Tensor temperature) {
        Tensor similarity = video.matmul(text.transpose(0, 1)).divide(temperature); // (B, B)
        Tensor own = video.arange(video.size(0));
        Tensor rows = Functional.crossEntropy(similarity, own);
        Tensor columns = Functional.crossEntropy(similarity.transpose(0, 1), own);
        return new Vtc(rows.add(columns).scale(0.5), similarity);
    }
}
