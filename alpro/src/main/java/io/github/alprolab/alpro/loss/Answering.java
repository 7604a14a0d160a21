package io.github.alprolab.alpro.loss;

import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * Video question answering: mean cross-entropy of the answers (paper section 3.4; docs/method.md
 * section 3.6).
 *
 * @param loss scalar
 * @param logits scores of all answers, (B, C)
 */
public record Answering(Tensor loss, Tensor logits) {

    /**
     * Computes the loss.
     *
     * @param video tokens of each question's clip, (B, 1 + P, D)
     * @param ids word pieces of the questions, (B, L)
     * @param mask (B, L)
     * @param labels index of each right answer, B
     * @throws IllegalArgumentException for a label outside 0 to C - 1
     */
    public static Answering of(
            AnsweringModel model,
            Tensor video,
            Tensor ids,
            Tensor mask,
            long[] labels,
            boolean training) {
        for (long label : labels) {
            if (label < 0 || label >= model.classes()) {
                throw new IllegalArgumentException(
                        "The answer's index is %d and this model knows answers 0 to %d. Leave questions with other answers out of training."
                                .formatted(label, model.classes() - 1));
            }
        }
        Tensor logits = model.answers(video, ids, mask, training);
        return new Answering(Functional.crossEntropy(logits, video.indices(labels)), logits);
    }
}
