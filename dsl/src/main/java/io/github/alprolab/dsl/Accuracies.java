package io.github.alprolab.dsl;

import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accuracies on VALIDATION of the best epoch, beside guessing. */
final class Accuracies {
    private record Row(String name, Metric metric, double chance, String guess) {}

    private Accuracies() {}

    static DataTable of(TrainingRecord record) {
        int epoch = record.bestRow().map(MetricRow::epoch).orElse(0);
        double piece = record.mostFrequentPiece();
        List<Row> rows = new ArrayList<>();
        rows.add(
                new Row(
                        "vtm_accuracy",
                        Metric.VTM_ACCURACY,
                        Chance.MATCHING_ACCURACY,
                        "always “no match”"));
        rows.add(
                new Row(
                        "mlm_accuracy",
                        Metric.MLM_ACCURACY,
                        piece,
                        "always the most frequent word piece"));
        List<Row> measured =
                rows.stream()
                        .filter(r -> !Double.isNaN(record.validation(epoch, r.metric)))
                        .toList();
        Map<String, Object> json = new TreeMap<>();
        measured.forEach(
                r ->
                        json.put(
                                r.name,
                                Map.of(
                                        "value",
                                        record.validation(epoch, r.metric),
                                        "chance",
                                        r.chance)));
        return DataTable.of("Accuracies on VALIDATION · epoch " + epoch)
                .text("metric", measured.stream().map(r -> r.metric.title()).toList())
                .share(
                        "accuracy",
                        measured.stream().map(r -> record.validation(epoch, r.metric)).toList())
                .share("chance", measured.stream().map(Row::chance).toList())
                .text("chance is", measured.stream().map(Row::guess).toList())
                .metrics(CanonicalJson.line(json));
    }
}
