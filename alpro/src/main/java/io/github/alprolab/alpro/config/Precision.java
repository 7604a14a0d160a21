package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Code;

/** How exactly the encoders' matrix products are computed. */
public enum Precision {
    /** In 32 bits. */
    FP32,
    /**
     * Factors in 16 bits with the range of 32 bits, sums in 32. Weights, their updates, the
     * residual stream, normalisation and losses stay in 32 bits; attention does on processors, and
     * is in 16 where one kernel computes it, on GPUs.
     */
    BF16,
    /**
     * The same with 16 bits of smaller range and more digits, for GPUs before capability 8.0, which
     * have no BF16. Gradients are kept in range by a loss scale, and an update whose gradient left
     * it is left out.
     */
    FP16,
    /** BF16 where it is there and measures faster on this machine, else FP32. */
    AUTO;

    static String call(Precision precision) {
        return ".precision(%s)".formatted(Code.of(precision));
    }
}
