package io.github.alprolab.dsl;

/**
 * Masked language modelling with the video in view.
 *
 * @param weight in the total
 * @param maskProbability share of word pieces that are hidden
 */
public record MlmLoss(double weight, double maskProbability) {
    public MlmLoss {
        Range.atLeast(0, weight, "weight");
        Range.share(maskProbability, "maskProbability", 0.15);
    }

    public MlmLoss weight(double value) {
        return new MlmLoss(value, maskProbability);
    }

    public MlmLoss maskProbability(double share) {
        return new MlmLoss(weight, share);
    }
}
