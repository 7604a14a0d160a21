package io.github.alprolab.alpro.nn;

import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;

/** {@code y = x W' + b} with {@code weight} (out, in) and {@code bias} (out). */
public final class Linear {
    private final Tensor weight;
    private final Tensor bias;

    /** With the given first weights and bias. */
    public Linear(Namespace names, int in, int out, Initial weights, Initial bias) {
        this.weight = names.parameter("weight", weights, out, in);
        this.bias = names.parameter("bias", bias, out);
    }

    /** With the framework's default first values. */
    public Linear(Namespace names, int in, int out) {
        this(names, in, out, Initial.fanIn(in), Initial.fanIn(in));
    }

    /**
     * With normal first weights and a bias of zero, as both encoders start. The deviation is the
     * published 0.02 at the published width of 768; at a smaller one it grows with the root of the
     * ratio, so that a layer passes on a signal of the same size.
     */
    public static Linear normal(Namespace names, int in, int out) {
        double deviation = 0.02 * Math.sqrt(768.0 / Math.min(in, out));
        return new Linear(names, in, out, Initial.normal(deviation), Initial.constant(0));
    }

    /** (out, in). */
    public Tensor weight() {
        return weight;
    }

    /** (out). */
    public Tensor bias() {
        return bias;
    }

    /** Weight and bias. */
    public List<Tensor> parameters() {
        return List.of(weight, bias);
    }

    /** (…, in) to (…, out). */
    public Tensor apply(Tensor x) {
        return Functional.linear(x, weight, bias);
    }

    /** {@link #apply} outside the graph. */
    public Tensor forward(Tensor x) {
        return Functional.linearForward(x, weight, bias);
    }

    /** {@link Tensor#gelu} of {@link #apply}, outside the graph. */
    public Tensor forwardGelu(Tensor x) {
        return Functional.linearGeluForward(x, weight, bias);
    }
}
