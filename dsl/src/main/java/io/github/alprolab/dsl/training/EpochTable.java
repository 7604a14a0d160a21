package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.stream.Stream;

/** One row an epoch and split. */
final class EpochTable {
    private record Key(int epoch, String split) {}

    private EpochTable() {}

    static DataTable of(String title, List<MetricRow> rows, Measured measured) {
        List<Key> keys = rows.stream().map(r -> new Key(r.epoch(), r.split())).distinct().toList();
        DataTable table =
                DataTable.of(title)
                        .whole("epoch", keys.stream().map(Key::epoch).toList())
                        .text("split", keys.stream().map(Key::split).toList());
        List<Metric> there =
                columns(measured).stream()
                        .filter(m -> rows(rows, m).findAny().isPresent())
                        .toList();
        for (Metric metric : there) {
            List<MetricRow> own = rows(rows, metric).toList();
            table = table.number(metric.title(), keys.stream().map(k -> mean(own, k)).toList(), 3);
        }
        return table;
    }

    private static List<Metric> columns(Measured measured) {
        return measured.of(
                Metric.Kind.TOTAL,
                Metric.Kind.LOSS,
                Metric.Kind.REPORT,
                Metric.Kind.RECALL,
                Metric.Kind.MODEL);
    }

    private static Stream<MetricRow> rows(List<MetricRow> rows, Metric metric) {
        return rows.stream().filter(r -> r.metric().equals(metric.name()));
    }

    private static double mean(List<MetricRow> rows, Key key) {
        return rows.stream()
                .filter(r -> r.epoch() == key.epoch() && r.split().equals(key.split()))
                .mapToDouble(MetricRow::value)
                .average()
                .orElse(Double.NaN);
    }
}
