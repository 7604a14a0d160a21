package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Code;
import java.util.Optional;

/** How exactly the encoders' matrix products are computed. */
public enum Precision {
    /** In 32 bits. */
    FP32,
    /**
     * Factors in 16 bits with the range of 32 bits, sums in 32. Weights, their updates, attention,
     * normalisation and losses stay in 32 bits. On processors.
     */
    BF16,
    /** BF16 where it is there and measures faster on this machine, else FP32. */
    AUTO;

    static String call(Precision precision) {
        return ".precision(%s)".formatted(Code.of(precision));
    }

    /** Why an encoder cannot be trained in BF16, as a part of a sentence; empty where it can. */
    public static Optional<String> hindrance(VideoAttention attention) {
        return attention == VideoAttention.DIVIDED
                ? Optional.empty()
                : Optional.of(
                        "the video encoder's attention is %s, which is computed in FP32 alone"
                                .formatted(attention));
    }
}
