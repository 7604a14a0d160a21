package io.github.alprolab.alpro.loss;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * Masked language modelling with the video in view: mean cross-entropy of the hidden words (paper
 * section 3.2, eq. 5).
 *
 * @param loss scalar; 0 where nothing is hidden
 * @param right how many hidden words the model names
 * @param hidden R, how many there are
 */
public record Mlm(Tensor loss, int right, int hidden) {

    /**
     * Computes the loss; word scores are made for hidden words only, which changes no value.
     *
     * @param mask (B, L)
     * @param video (B, 1 + P, D)
     */
    public static Mlm of(
            AlproModel model, MaskedWords words, Tensor mask, Tensor video, boolean training) {
        int hidden = words.labels().length;
        if (hidden == 0) {
            return new Mlm(video.ones().scale(0), 0, 0);
        }
        int clips = mask.size(0);
        int length = mask.size(1);
        Tensor ids = video.indices(words.ids()).reshape(clips, length);
        Tensor text = model.text(ids, mask, training);
        Tensor fused = model.fuse(text, mask, video, length, training); // (B, L, D)
        Tensor tokens = fused.reshape((long) clips * length, fused.size(2)).rows(words.positions());
        Tensor logits = model.words(tokens); // (R, V)
        Tensor loss = Functional.crossEntropy(logits, video.indices(words.labels()));
        return new Mlm(loss, right(logits.argMax().longs(), words.labels()), hidden);
    }

    private static int right(long[] named, long[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += named[i] == labels[i] ? 1 : 0;
        }
        return right;
    }
}
