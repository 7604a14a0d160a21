package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What objectives report on VALIDATION at the best epoch, where guessing has a value. */
public final class Accuracies {
    private record Row(Metric metric, double value, Chance.Level chance) {
        Map<String, Double> json() {
            return Map.of("value", value, "chance", chance.value());
        }
    }

    private Accuracies() {}

    /** One row a report, beside guessing. */
    public static DataTable of(TrainingRecord record) {
        int epoch = record.bestRow().map(MetricRow::epoch).orElse(0);
        List<Row> rows = new ArrayList<>();
        for (Metric metric : record.told(Metric.Kind.REPORT)) {
            double value = record.validation(epoch, metric);
            Measured.chance(metric)
                    .filter(level -> !Double.isNaN(value))
                    .ifPresent(level -> rows.add(new Row(metric, value, level)));
        }
        Map<String, Object> json = new TreeMap<>();
        rows.forEach(r -> json.put(r.metric.name().toLowerCase(Locale.ROOT), r.json()));
        return DataTable.of("Accuracies on VALIDATION · epoch " + epoch)
                .text("metric", rows.stream().map(r -> r.metric.title()).toList())
                .share("accuracy", rows.stream().map(Row::value).toList())
                .share("chance", rows.stream().map(r -> r.chance.value()).toList())
                .text("chance is", rows.stream().map(r -> r.chance.label()).toList())
                .metrics(CanonicalJson.line(json));
    }
}
