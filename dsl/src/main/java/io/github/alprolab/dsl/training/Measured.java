package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.MetricForm;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the names in {@code metrics.csv} mean, with what a model that knows nothing reaches in
 * numbers.
 *
 * @param metrics in the order in which they are told
 */
public record Measured(List<Metric> metrics) {
    /** Written by the session that trains, so that a run is drawn where nobody defines it. */
    public static final String FILE = "metrics.json";

    /** In this order. */
    public Measured {
        metrics = List.copyOf(metrics);
    }

    /** With chance in numbers. */
    public static Measured of(List<Metric> metrics, Sizes sizes) {
        return new Measured(metrics.stream().map(m -> inNumbers(m, sizes)).toList());
    }

    private static Metric inNumbers(Metric metric, Sizes sizes) {
        return MetricForm.with(metric, metric.chance().at(sizes));
    }

    /** The metric of a name with its chance; itself where this run does not tell it. */
    public Metric of(Metric metric) {
        return metrics.stream().filter(metric::equals).findFirst().orElse(metric);
    }

    /** Those of some kinds, kinds in their own order. */
    public List<Metric> of(Metric.Kind... kinds) {
        List<Metric.Kind> wanted = List.of(kinds);
        return metrics.stream()
                .filter(m -> wanted.contains(m.kind()))
                .sorted(Comparator.comparing(Metric::kind))
                .toList();
    }

    /** The level of a metric, where it is known. */
    public static Optional<Chance.Level> chance(Metric metric) {
        return MetricForm.chance(metric);
    }

    /** What {@link #FILE} holds. */
    public String json() {
        return CanonicalJson.write(
                Map.of("metrics", metrics.stream().map(MetricForm::of).toList()));
    }

    /** From {@link #json}. */
    public static Measured read(String json) {
        return new Measured(
                CanonicalJson.rows(json, "metrics").stream().map(MetricForm::read).toList());
    }
}
