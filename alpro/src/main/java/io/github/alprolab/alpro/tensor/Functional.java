package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;

/**
 * What layers and losses compute of several tensors, each in a role of its own, as in {@code
 * torch.nn.functional}. The result lives where those of the first tensor do and keeps the gradient.
 */
public final class Functional {
    /** Tokens up to which attention is written out. */
    private static final int SHORT = 64;

    private Functional() {}

    /** {@code x W' + b}: x (…, in), W (out, in), b (out) to (…, out). */
    public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        return x.run("linear", Tensor.value(x), Tensor.value(weight), Tensor.value(bias));
    }

    /**
     * The same outside the graph, by oneDNN on processors, which takes half of the time of the
     * engine's own choice on AMD's; equal up to rounding.
     */
    public static Tensor linearForward(Tensor x, Tensor weight, Tensor bias) {
        return x.kernels().hasOneDnn()
                ? x.runByOneDnn("linear", Tensor.value(x), Tensor.value(weight), Tensor.value(bias))
                : linear(x, weight, bias);
    }

    /** {@link Tensor#gelu} of {@link #linearForward}, in one pass where oneDNN does it. */
    public static Tensor linearGeluForward(Tensor x, Tensor weight, Tensor bias) {
        return x.kernels().hasOneDnn()
                ? x.runByOneDnn(
                        "linear_gelu", Tensor.value(x), Tensor.value(weight), Tensor.value(bias))
                : linear(x, weight, bias).gelu();
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

    /**
     * Images (N, 3, H, W) to non-overlapping projected patches (N, P, D), row-major; multiplied in
     * 16 bits where the device was opened for them.
     */
    public static Tensor patches(Tensor images, Tensor weight, Tensor bias, int patch) {
        Tensor halved = images.in(images.scope.halved());
        Tensor found =
                halved.run(
                        "patches",
                        Tensor.value(images),
                        Tensor.value(weight),
                        Tensor.value(bias),
                        IValue.from((long) patch));
        return found.in(images);
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
     * Tokens (N, S, D) with each head's features in rows of their own, (N, heads, S, D / heads).
     */
    public static Tensor headsApart(Tensor x, int heads) {
        return x.run("heads_apart", Tensor.value(x), IValue.from((long) heads));
    }

    /**
     * Softmax attention of heads that lie apart, each (N, heads, S, d), scaled by 1/sqrt(d),
     * outside the graph: written out where rows are short, which processors do faster than one
     * kernel for any length.
     *
     * @return heads side by side, (N, S, D)
     */
    public static Tensor attentionForward(Tensor queries, Tensor keys, Tensor values) {
        boolean written = !queries.scope.compute().isGpu() && keys.size(2) <= SHORT;
        return queries.run(
                written ? "short_attention_of_heads" : "attention_of_heads",
                Tensor.value(queries),
                Tensor.value(keys),
                Tensor.value(values));
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
        IValue[] arguments = {
            Tensor.value(queries),
            Tensor.value(keys),
            Tensor.value(values),
            Tensor.value(mask),
            IValue.from((long) heads),
            IValue.from(dropout)
        };
        return dropout == 0
                ? queries.run("masked_attention", arguments)
                : queries.drawing("masked_attention", arguments);
    }

    /**
     * Multi-head attention of one query a row to its tokens, without their keys and values: the
     * query is taken through the keys' weights, and the mean of tokens through the values'. The
     * same up to rounding, and far less work, since keys and values of every token are not needed.
     * The keys' bias adds the same to all scores of a query and so changes nothing.
     *
     * @param x tokens (N, S, D)
     * @param query of one token each (N, D)
     * @param keys weights (D, D)
     * @param values weights (D, D)
     * @param bias of the values (D)
     * @return (N, D)
     */
    public static Tensor attentionOfFirst(
            Tensor x, Tensor query, Tensor keys, Tensor values, Tensor bias, int heads) {
        return x.run(
                "attention_of_first",
                Tensor.value(x),
                Tensor.value(query),
                Tensor.value(keys),
                Tensor.value(values),
                Tensor.value(bias),
                IValue.from((long) heads));
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
