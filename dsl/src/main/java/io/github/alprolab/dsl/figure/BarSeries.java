package io.github.alprolab.dsl.figure;

import java.util.List;

/**
 * Bars of one colour, one in each group.
 *
 * @param name what they show, such as a metric
 * @param ink their colour
 * @param values one for each group, at least 0; NaN where nothing was measured
 * @param spreads how far each value spreads, such as over seeds; empty for none
 */
public record BarSeries(String name, Ink ink, List<Double> values, List<Spread> spreads) {
    public BarSeries {
        values = List.copyOf(values);
        spreads = List.copyOf(spreads);
        if (values.stream().anyMatch(v -> v < 0 || v.isInfinite())) {
            throw new IllegalArgumentException(
                    "The bars \"%s\" have the lengths %s; bars start at 0."
                            .formatted(name, values));
        }
        if (!spreads.isEmpty() && spreads.size() != values.size()) {
            throw new IllegalArgumentException(
                    "The bars \"%s\" have %d values and %d spreads; give one for each value, or none."
                            .formatted(name, values.size(), spreads.size()));
        }
    }

    /** Bars without error bars. */
    public BarSeries(String name, Ink ink, List<Double> values) {
        this(name, ink, values, List.of());
    }
}
