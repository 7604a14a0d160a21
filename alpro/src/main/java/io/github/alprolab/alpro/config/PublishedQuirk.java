package io.github.alprolab.alpro.config;

/**
 * What the published training code does other than the paper says or than one would expect
 * (alpro.md sections 5.2, 5.4 and 10.1). None is on by default; {@link
 * TrainOptions#likeReferenceCode} switches all of them on.
 */
public enum PublishedQuirk {
    /** The configured weight decay never reaches the optimiser: 0 is applied. */
    WEIGHT_DECAY_DROPPED,
    /**
     * Gradients of accumulated batches are summed, so clipping acts on the sum; else their mean.
     */
    GRADIENTS_SUMMED,
    /** Two updates with a zero gradient come before the first: it counts as k = 3. */
    FIRST_UPDATE_IS_THIRD,
    /** A learning rate that the schedule puts at 0 or below becomes 1e-8. */
    RATE_FLOOR
}
