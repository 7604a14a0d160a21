package io.github.alprolab.alpro.tensor;

/** Who looks at where attention goes, while a scope of {@link Compute#watchedScope} is open. */
public interface AttentionWatch {
    /** Whether the shares of this attention are wanted; they cost memory. */
    boolean wants(String attention);

    /**
     * Sees where an attention went.
     *
     * @param attention its name in the state dict, such as {@code
     *     visual_encoder.model.blocks.3.attn}
     * @param shares of every query over the keys, (N, heads, Q, S); each row sums to 1. Freed when
     *     the method returns
     */
    void saw(String attention, Tensor shares);
}
