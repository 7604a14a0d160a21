package io.github.alprolab.dsl.check;

import io.github.alprolab.alpro.config.Precision;

/** C18: what a training's precision comes to on this machine. */
public final class PrecisionChecks {
    private static final String CODE = "C18";
    private static final String AUTO = ".precision(Precision.AUTO)";
    private static final String FP16 = ".precision(Precision.FP16)";

    private PrecisionChecks() {}

    /** FP32, which is there everywhere. */
    public static Finding fp32() {
        return Finding.fine(CODE, "The encoders' products are computed in FP32.");
    }

    /**
     * 16 bits, or the choice.
     *
     * @param asked BF16, FP16 or AUTO
     * @param lowFaster whether they are worth it
     * @param measured figures, as a part of a sentence
     * @param withoutBf16 whether it is on a GPU that computes BF16 in software
     */
    public static Finding measured(
            Precision asked, boolean lowFaster, String measured, boolean withoutBf16) {
        if (asked == Precision.AUTO) {
            String taken = lowFaster ? "BF16" : "FP32";
            String hint =
                    withoutBf16
                            ? "; this GPU has no BF16, %s is written for such".formatted(FP16)
                            : "";
            return Finding.note(CODE, "AUTO takes %s: %s%s.".formatted(taken, measured, hint));
        }
        return lowFaster
                ? Finding.fine(CODE, "%s is the faster one here: %s.".formatted(asked, measured))
                : Finding.warning(
                        CODE,
                        "%s is not the faster one here: %s.".formatted(asked, measured),
                        withoutBf16 && asked == Precision.BF16 ? FP16 : AUTO);
    }
}
