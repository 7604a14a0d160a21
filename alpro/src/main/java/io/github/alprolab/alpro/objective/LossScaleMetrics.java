package io.github.alprolab.alpro.objective;

import java.util.List;

/**
 * What a training in FP16 tells besides; apart from {@link Metric}, where nobody looks for them.
 */
public final class LossScaleMetrics {
    /** What the loss is multiplied by before the backward pass. */
    public static final Metric FACTOR =
            Metric.plain("LOSS_SCALE", "Loss scale", Metric.Kind.TRAINING);

    /** Updates so far that were left out, since their gradient left FP16's range. */
    public static final Metric LEFT_OUT =
            Metric.plain("UPDATES_LEFT_OUT", "Updates left out", Metric.Kind.TRAINING);

    private LossScaleMetrics() {}

    /** Both. */
    public static List<Metric> all() {
        return List.of(FACTOR, LEFT_OUT);
    }
}
