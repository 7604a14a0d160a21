package io.github.alprolab.alpro.nn;

import io.github.alprolab.alpro.tensor.Tensor;

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

    /** With normal first weights and a bias of zero, as both encoders start. */
    public static Linear normal(Namespace names, int in, int out) {
        return new Linear(names, in, out, Initial.normal(0.02), Initial.constant(0));
    }

    /** (…, in) to (…, out). */
    public Tensor apply(Tensor x) {
        return x.linear(weight, bias);
    }
}
