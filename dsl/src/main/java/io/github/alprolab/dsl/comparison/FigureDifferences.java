package io.github.alprolab.dsl.comparison;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every figure of two runs that are meant to be the same.
 *
 * @param rows of figures that both have
 * @param missing how many figures one of them has alone
 */
public record FigureDifferences(List<Row> rows, int missing) {
    /** What the clock tells is no result. */
    private static final Set<String> OF_TIME =
            Metric.ofTime().stream().map(Metric::name).collect(Collectors.toSet());

    /**
     * One figure of both.
     *
     * @param step 0 for a final figure
     */
    public record Row(int step, String split, String metric, double before, double after) {
        double apart() {
            return Math.abs(after - before);
        }
    }

    /** Keeps what is there now. */
    public FigureDifferences {
        rows = List.copyOf(rows);
    }

    /** Of every step, and of the final figures. */
    public static FigureDifferences of(
            RunFolder before, List<Scored> finalBefore, RunFolder after, List<Scored> finalAfter) {
        Map<String, Row> old = figures(before, finalBefore);
        Map<String, Row> now = figures(after, finalAfter);
        List<Row> both = new ArrayList<>();
        old.forEach(
                (key, row) -> {
                    if (now.containsKey(key)) {
                        double value = now.get(key).before();
                        both.add(new Row(row.step, row.split, row.metric, row.before, value));
                    }
                });
        return new FigureDifferences(both, old.size() + now.size() - 2 * both.size());
    }

    private static Map<String, Row> figures(RunFolder run, List<Scored> scored) {
        Map<String, Row> all = new LinkedHashMap<>();
        for (Scored s : scored) {
            add(all, new Row(0, s.split(), s.metric().name(), s.value(), 0));
        }
        for (MetricRow r : run.metrics()) {
            if (!OF_TIME.contains(r.metric())) {
                add(all, new Row(r.step(), r.split(), r.metric(), r.value(), 0));
            }
        }
        return all;
    }

    private static void add(Map<String, Row> all, Row row) {
        all.put(row.step + " " + row.split + " " + row.metric, row);
    }

    /** The largest difference; 0 where both runs are the same. */
    public double greatest() {
        return rows.stream().mapToDouble(Row::apart).max().orElse(0);
    }

    /** One line of it. */
    public String words() {
        String all = Numbers.whole(rows.size()) + " figures";
        String alone = missing == 0 ? "" : ", ! " + missing + " of one run alone";
        return greatest() == 0
                ? "all " + all + " are equal" + alone
                : "%s, the largest difference is %s%s"
                        .formatted(all, Numbers.scientific(greatest()), alone);
    }

    /** The largest difference first, then the final figures. */
    public DataTable table(String title) {
        List<Row> sorted =
                rows.stream()
                        .sorted(
                                Comparator.comparingDouble(Row::apart)
                                        .reversed()
                                        .thenComparing(Row::step))
                        .toList();
        return DataTable.of(title)
                .text("step", sorted.stream().map(FigureDifferences::step).toList())
                .text("split", sorted.stream().map(Row::split).toList())
                .text("metric", sorted.stream().map(Row::metric).toList())
                .number("recorded", sorted.stream().map(Row::before).toList(), 6)
                .number("again", sorted.stream().map(Row::after).toList(), 6)
                .text("difference", sorted.stream().map(FigureDifferences::difference).toList());
    }

    private static String step(Row row) {
        return row.step == 0 ? "final" : Numbers.whole(row.step);
    }

    private static String difference(Row row) {
        return row.apart() == 0 ? "0" : Numbers.scientific(row.after - row.before);
    }
}
