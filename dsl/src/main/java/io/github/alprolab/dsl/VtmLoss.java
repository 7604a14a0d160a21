package io.github.alprolab.dsl;

/**
 * Video-text matching with two hard negatives for each pair.
 *
 * @param weight in the total
 */
public record VtmLoss(double weight) {
    public VtmLoss {
        Range.atLeast(0, weight, "weight");
    }

    public VtmLoss weight(double value) {
        return new VtmLoss(value);
    }
}
