package io.github.alprolab.dsl.record;

import io.github.alprolab.alpro.objective.Better;
import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A metric in a record: all of it, so that it is known where nobody defines it. */
public final class MetricForm {
    private MetricForm() {}

    /** As the fields of an object; chance in numbers, where it is known without sizes. */
    public static Map<String, Object> of(Metric metric) {
        Map<String, Object> row = new TreeMap<>();
        row.put("name", metric.name());
        row.put("title", metric.title());
        row.put("kind", metric.kind().name());
        row.put("better", metric.better().name());
        row.put("colour", metric.colour());
        chance(metric)
                .ifPresent(l -> row.put("chance", Map.of("is", l.label(), "value", l.value())));
        return row;
    }

    /** From {@link #of}. */
    public static Metric read(Map<String, Object> row) {
        Metric plain =
                new Metric(
                        (String) row.get("name"),
                        (String) row.get("title"),
                        Metric.Kind.valueOf((String) row.get("kind")),
                        Better.valueOf((String) row.get("better")),
                        Chance.unknown(),
                        ((Number) row.get("colour")).intValue());
        return with(plain, Optional.ofNullable(row.get("chance")).map(MetricForm::level));
    }

    /** With chance in numbers. */
    public static Metric with(Metric plain, Optional<Chance.Level> level) {
        Chance chance =
                level.map(l -> new Chance(l.label(), l.label(), sizes -> l.value()))
                        .orElseGet(Chance::unknown);
        return new Metric(
                plain.name(), plain.title(), plain.kind(), plain.better(), chance, plain.colour());
    }

    /** The level of a metric, where it is known. */
    public static Optional<Chance.Level> chance(Metric metric) {
        return metric.chance().at(new Sizes(0, 0, 0, Double.NaN));
    }

    private static Chance.Level level(Object chance) {
        Map<?, ?> given = (Map<?, ?>) chance;
        return new Chance.Level(
                (String) given.get("is"), ((Number) given.get("value")).doubleValue());
    }
}
