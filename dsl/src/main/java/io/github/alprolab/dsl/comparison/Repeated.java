package io.github.alprolab.dsl.comparison;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.Scored;
import java.util.List;

/**
 * One figure measured with several seeds.
 *
 * @param values one a seed
 */
record Repeated(List<Double> values) {
    Repeated {
        values = List.copyOf(values);
    }

    /** NaN without values. */
    double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** The standard deviation of the sample, over n − 1; NaN for less than two values. */
    double deviation() {
        double mean = mean();
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    }

    /** “41.2 ± 1.3”; the value alone where there is one, a dash where there is none. */
    String text(Metric metric) {
        String mean = Scored.text(metric, mean());
        return values.size() < 2 ? mean : mean + " ± " + Scored.text(metric, deviation());
    }
}
