package io.github.alprolab.dsl.record;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A final figure of a run, to be compared with the same figure of another run. Recorded in {@code
 * scores.json}, so that a comparison needs no data, no model and no compute.
 *
 * @param metric what was measured, and which way is better
 * @param split VALIDATION, TEST or TRAIN; “all splits” where none was chosen
 * @param value finite
 * @param count clips, texts or questions behind it; 0 where that is not known
 */
public record Scored(Metric metric, String split, double value, long count) {
    static final String FILE = "scores.json";

    /** A figure of a number of items. */
    public Scored {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(split, "split");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(metric.title() + " is no number: " + value);
        }
    }

    /** Whether two runs may be compared by it: the same metric of the same split. */
    public boolean comparesWith(Scored other) {
        return metric.equals(other.metric) && split.equals(other.split);
    }

    /** The value as it is shown: recall and ranks with one decimal, the rest with three. */
    public String text() {
        return text(metric, value);
    }

    /** Any value of a metric as it is shown. */
    public static String text(Metric metric, double value) {
        return Numbers.decimals(value, decimals(metric));
    }

    /** Decimals that a metric is shown with. */
    public static int decimals(Metric metric) {
        return metric.kind() == Metric.Kind.RECALL ? 1 : 3;
    }

    /** The first of some metrics that a run has. */
    public static Optional<Scored> firstOf(List<Scored> all, List<Metric> wanted) {
        return wanted.stream()
                .flatMap(m -> all.stream().filter(s -> s.metric().equals(m)))
                .findFirst();
    }

    static String json(List<Scored> all) {
        return CanonicalJson.write(Map.of("scores", all.stream().map(Scored::row).toList()));
    }

    private Map<String, Object> row() {
        Map<String, Object> row = new TreeMap<>(MetricForm.of(metric));
        row.put("split", split);
        row.put("value", value);
        row.put("count", count);
        return row;
    }

    static List<Scored> read(String json) {
        return CanonicalJson.rows(json, "scores").stream()
                .map(
                        row ->
                                new Scored(
                                        MetricForm.read(row),
                                        (String) row.get("split"),
                                        ((Number) row.get("value")).doubleValue(),
                                        ((Number) row.get("count")).longValue()))
                .toList();
    }
}
