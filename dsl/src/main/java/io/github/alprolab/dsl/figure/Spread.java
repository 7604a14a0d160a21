package io.github.alprolab.dsl.figure;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * How far a value may be off: least and greatest of several seeds, or an interval of confidence.
 *
 * @param low its start
 * @param high its end, not below the start
 */
public record Spread(double low, double high) {
    public Spread {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "A spread from %s to %s is given; it starts at its smaller end."
                            .formatted(low, high));
        }
    }

    /** From the least to the greatest of some values, at least one. */
    public static Spread of(List<Double> values) {
        DoubleSummaryStatistics all =
                values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Spread(all.getMin(), all.getMax());
    }
}
