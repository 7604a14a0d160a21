package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * Layers of an objective's own.
 *
 * @param owner name of the objective
 * @param name of the head
 * @param in length of the last axis that it reads
 * @param layers (…, in) to (…, out)
 */
public record Head(String owner, String name, int in, UnaryOperator<Tensor> layers) {

    /**
     * (…, in) to (…, out).
     *
     * @throws IllegalArgumentException when the last axis has another length
     */
    public StepTensor apply(StepTensor x) {
        if (x.size(-1) != in) {
            throw new IllegalArgumentException(
                    "Objective “%s”: the head %s reads (…, %d) and is given %s."
                            .formatted(owner, name, in, x));
        }
        return x.run(layers);
    }
}
