package io.github.alprolab.dsl.training;

import io.github.alprolab.dsl.record.MetricRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a training that goes on, for pictures that another thread draws. All of VALIDATION are
 * kept; of the many of TRAIN neighbours are averaged, so that what is kept does not grow with the
 * steps.
 */
final class LiveRows {
    /** Of one metric of TRAIN; twice as many as a curve has points. */
    static final int MOST = 240;

    private final Map<String, Thinned> train = new LinkedHashMap<>();
    private final List<MetricRow> others = new ArrayList<>();

    LiveRows(List<MetricRow> before) {
        before.forEach(this::add);
    }

    synchronized void add(MetricRow row) {
        if (row.split().equals("TRAIN")) {
            train.computeIfAbsent(row.metric(), name -> new Thinned()).add(row);
        } else {
            others.add(row);
        }
    }

    /** What is kept now: TRAIN by metric, then the others. */
    synchronized List<MetricRow> all() {
        List<MetricRow> all = new ArrayList<>();
        train.values().forEach(thinned -> all.addAll(thinned.all()));
        all.addAll(others);
        return all;
    }

    /** Those of VALIDATION. */
    synchronized List<MetricRow> others() {
        return List.copyOf(others);
    }

    /** Means of so many rows each, and those that are not as many yet. */
    private static final class Thinned {
        private List<MetricRow> means = new ArrayList<>();
        private final List<MetricRow> left = new ArrayList<>();
        private int each = 1;

        void add(MetricRow row) {
            left.add(row);
            if (left.size() == each) {
                means.add(mean(left));
                left.clear();
            }
            if (means.size() == MOST) {
                List<MetricRow> half = new ArrayList<>();
                for (int i = 0; i < MOST; i += 2) {
                    half.add(mean(means.subList(i, i + 2)));
                }
                means = half;
                each *= 2;
            }
        }

        List<MetricRow> all() {
            List<MetricRow> all = new ArrayList<>(means);
            if (!left.isEmpty()) {
                all.add(mean(left));
            }
            return all;
        }

        private static MetricRow mean(List<MetricRow> some) {
            MetricRow last = some.get(some.size() - 1);
            return new MetricRow(
                    (int) Math.round(some.stream().mapToInt(MetricRow::step).average().orElse(0)),
                    last.epoch(),
                    last.split(),
                    last.metric(),
                    some.stream().mapToDouble(MetricRow::value).average().orElse(0),
                    last.seconds());
        }
    }
}
