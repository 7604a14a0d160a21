package io.github.alprolab.alpro.loss;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;

/**
 * Video-text matching: two-way cross-entropy over B right pairs and 2B hard negatives (paper
 * section 3.2, eq. 4).
 *
 * @param loss scalar
 * @param logits (3B, 2): right pairs, then texts with wrong videos, then videos with wrong texts
 * @param positive fused tokens of the right pairs, (B, L + 1 + P, D)
 */
public record Vtm(Tensor loss, Tensor logits, Tensor positive) {

    /**
     * Computes the loss.
     *
     * @param text (B, L, D) of the text encoder
     * @param mask (B, L)
     * @param video (B, 1 + P, D)
     */
    public static Vtm of(
            AlproModel model,
            Tensor text,
            Tensor mask,
            Tensor video,
            HardNegatives negatives,
            boolean training) {
        int pairs = text.size(0);
        Tensor positive = model.fuse(text, mask, video, text.size(1) + video.size(1), training);
        Tensor negative =
                model.fuse(
                        Tensor.concat(0, text, text.rows(negatives.textOfVideo())),
                        Tensor.concat(0, mask, mask.rows(negatives.textOfVideo())),
                        Tensor.concat(0, video.rows(negatives.videoOfText()), video),
                        1,
                        training); // (2B, 1, D): only CLS is judged
        Tensor cls = Tensor.concat(0, positive.select(1, 0), negative.select(1, 0)); // (3B, D)
        Tensor logits = model.matching(cls);
        return new Vtm(Functional.crossEntropy(logits, labels(text, pairs)), logits, positive);
    }

    /** Share of the 3B pairs that are judged rightly. */
    public double accuracy() {
        long[] judged = logits.argMax().longs();
        int right = 0;
        for (int i = 0; i < judged.length; i++) {
            right += judged[i] == (i < judged.length / 3 ? 1 : 0) ? 1 : 0;
        }
        return (double) right / judged.length;
    }

    private static Tensor labels(Tensor near, int pairs) {
        long[] labels = new long[3 * pairs];
        Arrays.fill(labels, 0, pairs, 1);
        return near.indices(labels);
    }
}
