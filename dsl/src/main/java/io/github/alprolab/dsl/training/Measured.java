package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Better;
import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.dsl.record.CanonicalJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        return with(metric, metric.chance().at(sizes));
    }

    private static Metric with(Metric plain, Optional<Chance.Level> level) {
        Chance chance =
                level.map(l -> new Chance(l.label(), l.label(), sizes -> l.value()))
                        .orElseGet(Chance::unknown);
        return new Metric(
                plain.name(), plain.title(), plain.kind(), plain.better(), chance, plain.colour());
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
        return metric.chance().at(new Sizes(0, 0, 0, Double.NaN));
    }

    /** What {@link #FILE} holds. */
    public String json() {
        return CanonicalJson.write(Map.of("metrics", metrics.stream().map(Measured::row).toList()));
    }

    private static Map<String, Object> row(Metric metric) {
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

    /** From {@link #json}. */
    public static Measured read(String json) {
        List<Metric> all = new ArrayList<>();
        for (Map<String, Object> row : CanonicalJson.rows(json, "metrics")) {
            Optional<Chance.Level> level =
                    Optional.ofNullable(row.get("chance")).map(Measured::level);
            Metric plain =
                    new Metric(
                            (String) row.get("name"),
                            (String) row.get("title"),
                            Metric.Kind.valueOf((String) row.get("kind")),
                            Better.valueOf((String) row.get("better")),
                            Chance.unknown(),
                            ((Number) row.get("colour")).intValue());
            all.add(with(plain, level));
        }
        return new Measured(all);
    }

    private static Chance.Level level(Object chance) {
        Map<?, ?> given = (Map<?, ?>) chance;
        return new Chance.Level(
                (String) given.get("is"), ((Number) given.get("value")).doubleValue());
    }
}
