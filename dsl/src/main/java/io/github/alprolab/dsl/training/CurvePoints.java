package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.figure.Point;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import java.util.List;
import java.util.Optional;

/** A metric of a run over its epochs, as it is laid over that of others. */
public final class CurvePoints {
    private CurvePoints() {}

    /** On VALIDATION; in training where nothing was validated; none where it was not measured. */
    public static List<Point> of(RunFolder run, Metric metric) {
        List<MetricRow> rows = run.metrics();
        return new RunCurves(rows, new Measured(List.of()), Optional.empty()).compared(metric);
    }
}
