package io.github.alprolab.dsl;

/**
 * Video-text contrastive alignment.
 *
 * @param weight in the total
 * @param temperature first value of the learned temperature, 0.001 to 0.5
 */
public record VtcLoss(double weight, double temperature) {
    public VtcLoss {
        Range.atLeast(0, weight, "weight");
        Range.require(
                temperature >= 0.001 && temperature <= 0.5,
                temperature,
                "0.001 to 0.5",
                "temperature",
                0.07);
    }

    public VtcLoss weight(double value) {
        return new VtcLoss(value, temperature);
    }

    public VtcLoss temperature(double first) {
        return new VtcLoss(weight, first);
    }
}
