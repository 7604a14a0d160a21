package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;
import java.util.Optional;

/**
 * Multi-head softmax attention, scaled by 1/sqrt(d), under a name.
 *
 * <p>It runs fused, which never has the shares as a whole. Where a watch wants them, the shares are
 * computed first and the result is made of those very shares, so that what is seen is what was
 * used; the result differs from the fused one by rounding.
 */
public final class Attention {
    private Attention() {}

    /**
     * Among the tokens of each row, without a mask.
     *
     * @param name in the state dict
     * @param qkv queries, keys and values side by side, (N, S, 3D)
     * @return (N, S, D)
     */
    public static Tensor self(String name, Tensor qkv, int heads) {
        Optional<AttentionWatch> watch = qkv.scope.watch(name);
        if (watch.isEmpty()) {
            return Functional.selfAttention(qkv, heads);
        }
        int width = qkv.size(2) / 3;
        Tensor queries = qkv.narrow(2, 0, width);
        Tensor keys = qkv.narrow(2, width, width);
        Tensor shares =
                qkv.run(
                        "attention_shares",
                        Tensor.value(queries),
                        Tensor.value(keys),
                        IValue.from((long) heads));
        watch.get().saw(name, shares);
        return attended(shares, qkv.narrow(2, 2L * width, width));
    }

    /**
     * Of queries (N, Q, D) to keys and values (N, S, D).
     *
     * @param name in the state dict
     * @param mask added to the scores, (N, 1, 1, S)
     * @param dropout rate on the shares
     * @return (N, Q, D)
     */
    public static Tensor masked(
            String name,
            Tensor queries,
            Tensor keys,
            Tensor values,
            Tensor mask,
            int heads,
            double dropout) {
        Optional<AttentionWatch> watch = queries.scope.watch(name);
        if (watch.isEmpty()) {
            return Functional.maskedAttention(queries, keys, values, mask, heads, dropout);
        }
        Tensor shares =
                queries.run(
                        "masked_attention_shares",
                        Tensor.value(queries),
                        Tensor.value(keys),
                        Tensor.value(mask),
                        IValue.from((long) heads));
        watch.get().saw(name, shares);
        return attended(shares.dropout(dropout), values);
    }

    /** Values (N, S, D) added up by shares (N, heads, Q, S), heads side by side: (N, Q, D). */
    private static Tensor attended(Tensor shares, Tensor values) {
        return shares.run("attended", Tensor.value(shares), Tensor.value(values));
    }
}
