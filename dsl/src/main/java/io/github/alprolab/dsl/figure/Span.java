package io.github.alprolab.dsl.figure;

import java.util.DoubleSummaryStatistics;
import java.util.stream.Stream;

/**
 * The stretch of an axis.
 *
 * @param least its start
 * @param most its end, above the start
 */
record Span(double least, double most) {
    /** Around all values, wider by a share of their own stretch on both sides. */
    static Span of(Stream<Double> values, double share) {
        DoubleSummaryStatistics all = values.mapToDouble(Double::doubleValue).summaryStatistics();
        double width = all.getMax() - all.getMin();
        double edge = width > 0 ? share * width : Math.max(0.5, Math.abs(all.getMax()) * 0.1);
        return new Span(all.getMin() - edge, all.getMax() + edge);
    }

    /** Around all values, which are above 0, wider by a share of their tenfolds on both sides. */
    static Span tenfolds(Stream<Double> values) {
        Span powers = of(values.map(Math::log10), 0.05);
        return new Span(Math.pow(10, powers.least()), Math.pow(10, powers.most()));
    }

    double width() {
        return most - least;
    }
}
