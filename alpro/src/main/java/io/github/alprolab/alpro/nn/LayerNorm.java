package io.github.alprolab.alpro.nn;

import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;

/** Layer normalisation over the width, starting as the plain one. */
public final class LayerNorm {
    private final Tensor weight;
    private final Tensor bias;
    private final double epsilon;

    public LayerNorm(Namespace names, int width, double epsilon) {
        this.weight = names.parameter("weight", Initial.constant(1), width);
        this.bias = names.parameter("bias", Initial.constant(0), width);
        this.epsilon = epsilon;
    }

    /** Weight and bias. */
    public List<Tensor> parameters() {
        return List.of(weight, bias);
    }

    /** (…, D) to (…, D). */
    public Tensor apply(Tensor x) {
        return Functional.layerNorm(x, weight, bias, epsilon);
    }
}
