package io.github.alprolab.dsl.check;

/** C18: what a training's precision comes to on this machine. */
public final class PrecisionChecks {
    private static final String CODE = "C18";
    private static final String FIX = ".precision(Precision.AUTO)";

    private PrecisionChecks() {}

    /** FP32, which is there everywhere. */
    public static Finding fp32() {
        return Finding.fine(CODE, "The encoders' products are computed in FP32.");
    }

    /** BF16, or the choice, where BF16 is not there, with the reason as a part of a sentence. */
    public static Finding hindered(boolean auto, String why) {
        return auto
                ? Finding.note(CODE, "AUTO takes FP32: %s.".formatted(why))
                : Finding.fault(CODE, "BF16 is asked for, but %s.".formatted(why), FIX);
    }

    /** BF16, or the choice, where it was measured. */
    public static Finding measured(boolean auto, boolean bf16Faster, String measured) {
        if (auto) {
            String taken = bf16Faster ? "BF16" : "FP32";
            return Finding.note(CODE, "AUTO takes %s: %s.".formatted(taken, measured));
        }
        return bf16Faster
                ? Finding.fine(CODE, "BF16 is the faster one here: %s.".formatted(measured))
                : Finding.warning(
                        CODE, "BF16 is not the faster one here: %s.".formatted(measured), FIX);
    }
}
