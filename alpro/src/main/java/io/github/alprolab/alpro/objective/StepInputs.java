package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What one batch gives the objectives.
 *
 * @param scope that all tensors of the step live in
 * @param frames (B, T, 3, H, W), made when first asked for
 * @param texts (B, L)
 * @param stills whether the batch holds still images
 * @param training whether dropout and stochastic depth are on
 * @param streams of all random draws
 * @param number of the batch, 1, 2, …, which draws depend on
 * @param negatives how negatives are chosen; empty where they are drawn by the batch's own stream
 */
public record StepInputs(
        Scope scope,
        Supplier<Tensor> frames,
        TokenBatch texts,
        boolean stills,
        boolean training,
        RandomStreams streams,
        long number,
        Optional<NegativeChoice> negatives) {

    /** How negatives are chosen from the similarities (B, B), a row per video. */
    public interface NegativeChoice {
        /**
         * Chooses a negative text for each video and a negative video for each text.
         *
         * @param videoToText similarities (B, B), a row per video; the diagonal holds the pairs
         * @return B indices each way, none of them its own
         */
        HardNegatives of(float[][] videoToText);
    }

    /** With negatives drawn by the batch's own stream. */
    public StepInputs(
            Scope scope,
            Supplier<Tensor> frames,
            TokenBatch texts,
            boolean stills,
            boolean training,
            RandomStreams streams,
            long number) {
        this(scope, frames, texts, stills, training, streams, number, Optional.empty());
    }

    /** What chance decides of the negatives of so many pairs: for the texts, then for the clips. */
    double[] drawsOfNegatives(int pairs) {
        RandomGenerator random = streams.stream("vtm.negatives", number);
        double[] draws = new double[2 * pairs];
        Arrays.setAll(draws, i -> random.nextDouble());
        return draws;
    }
}
