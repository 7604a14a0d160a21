package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;

/**
 * What layers and losses compute of several tensors, each in a role of its own, as in {@code
 * torch.nn.functional}. The result lives where those of the first tensor do and keeps the gradient.
 */
public final class Functional {
    private Functional() {}

    /** {@code x W' + b}: x (…, in), W (out, in), b (out) to (…, out). */
    public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        return x.run("linear", Tensor.value(x), Tensor.value(weight), Tensor.value(bias));
    }

    /** Layer normalisation over the last axis. */
    public static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
        return x.run(
                "layer_norm",
                Tensor.value(x),
                Tensor.value(weight),
                Tensor.value(bias),
                IValue.from(epsilon));
    }

    /** Rows of a table (V, D) by int64 ids; {@code padding} gets no gradient, -1 for none. */
    public static Tensor embedding(Tensor table, Tensor ids, int padding) {
        return table.run(
                "embedding", Tensor.value(table), Tensor.value(ids), IValue.from((long) padding));
    }

    /** Images (N, 3, H, W) to non-overlapping projected patches (N, P, D), row-major. */
    public static Tensor patches(Tensor images, Tensor weight, Tensor bias, int patch) {
        return images.run(
                "patches",
                Tensor.value(images),
                Tensor.value(weight),
                Tensor.value(bias),
                IValue.from((long) patch));
    }

    /**
     * Multi-head softmax attention, scaled by 1/sqrt(d), without a mask.
     *
     * @param qkv queries, keys and values side by side, (N, S, 3D)
     * @return (N, S, D)
     */
    public static Tensor selfAttention(Tensor qkv, int heads) {
        return qkv.run("self_attention", Tensor.value(qkv), IValue.from((long) heads));
    }

    /**
     * Multi-head attention of queries (N, Q, D) to keys and values (N, S, D).
     *
     * @param mask added to the scores, (N, 1, 1, S)
     * @param dropout rate on the probabilities
     * @return (N, Q, D)
     */
    public static Tensor maskedAttention(
            Tensor queries, Tensor keys, Tensor values, Tensor mask, int heads, double dropout) {
        return queries.run(
                "masked_attention",
                Tensor.value(queries),
                Tensor.value(keys),
                Tensor.value(values),
                Tensor.value(mask),
                IValue.from((long) heads),
                IValue.from(dropout));
    }

    /** Mean cross-entropy of logits (R, classes) with int64 labels (R); -100 is left out. */
    public static Tensor crossEntropy(Tensor logits, Tensor labels) {
        return logits.run("cross_entropy", Tensor.value(logits), Tensor.value(labels));
    }

    /** Cross-entropy per row of logits (R, classes) with distributions (R, classes), (R). */
    public static Tensor softCrossEntropy(Tensor logits, Tensor target) {
        return logits.run("soft_cross_entropy", Tensor.value(logits), Tensor.value(target));
    }
}
