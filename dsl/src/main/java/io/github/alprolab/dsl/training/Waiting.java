package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.MetricRow;
import java.util.List;
import java.util.OptionalDouble;

/** How much of its time a training waited for clips. */
final class Waiting {
    private Waiting() {}

    /**
     * Share of the time behind the first update of each session, which cannot but wait; empty where
     * the rows do not tell.
     *
     * @param rows of a run, as they were written
     */
    static OptionalDouble share(List<MetricRow> rows) {
        double waited = 0;
        double time = 0;
        double before = Double.POSITIVE_INFINITY;
        for (MetricRow row : rows) {
            if (row.metric().equals(Metric.WAITED_FOR_DATA.name())) {
                double passed = row.seconds() - before;
                if (passed > 0) { // else another session begins
                    waited += passed * row.value();
                    time += passed;
                }
                before = row.seconds();
            }
        }
        return time > 0 ? OptionalDouble.of(waited / time) : OptionalDouble.empty();
    }
}
