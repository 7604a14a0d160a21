package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.Line;
import io.github.alprolab.dsl.figure.Point;
import io.github.alprolab.dsl.figure.Reference;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes curves over epochs from the rows of a run. */
final class RunCurves {
    /** More points than this are averaged in neighbouring groups. */
    private static final int MOST_POINTS = 120;

    private final List<MetricRow> rows;
    private final Measured measured;
    private final Optional<Reference> ceiling;
    private final double stepsPerEpoch;

    /** A ceiling is drawn with the accuracy of answers. */
    RunCurves(List<MetricRow> rows, Measured measured, Optional<Reference> ceiling) {
        this.ceiling = ceiling;
        this.rows = rows;
        this.measured = measured;
        this.stepsPerEpoch =
                rows.stream()
                        .filter(r -> r.split().equals("VALIDATION") && r.epoch() > 0)
                        .mapToDouble(r -> (double) r.step() / r.epoch())
                        .findFirst()
                        .orElseGet(() -> rows.stream().mapToInt(MetricRow::step).max().orElse(1));
    }

    /** Training thin, validation thick, chance dashed, best epoch marked. */
    Curves of(Metric named) {
        Metric metric = measured.of(named);
        Ink ink = metric.colour() < 0 ? Ink.TEXT : Ink.of(metric.colour());
        List<Line> lines = new ArrayList<>();
        List<Point> train = points(metric, "TRAIN");
        List<Point> validation = points(metric, "VALIDATION");
        if (!train.isEmpty()) {
            lines.add(new Line("train", ink, false, grouped(train)));
        }
        if (!validation.isEmpty() || train.isEmpty()) {
            lines.add(new Line("validation", ink, true, validation));
        }
        OptionalDouble best =
                TrainingRecord.bestRow(rows).stream().mapToDouble(this::epoch).findFirst();
        return new Curves(metric.title(), "epoch", lines, references(metric), best);
    }

    private List<Reference> references(Metric metric) {
        Optional<Reference> limit = ceiling.filter(c -> metric.equals(Metric.ANSWER_ACCURACY));
        return Stream.concat(
                        Measured.chance(metric).map(RunCurves::reference).stream(), limit.stream())
                .toList();
    }

    /** On VALIDATION, or in training where nothing was validated. */
    List<Point> compared(Metric metric) {
        List<Point> validation = points(metric, "VALIDATION");
        return validation.isEmpty() ? grouped(points(metric, "TRAIN")) : validation;
    }

    private static Reference reference(Chance.Level level) {
        return new Reference(
                level.label() + " = " + Numbers.decimals(level.value(), 2), level.value());
    }

    private List<Point> points(Metric metric, String split) {
        return rows.stream()
                .filter(r -> r.metric().equals(metric.name()) && r.split().equals(split))
                .map(r -> new Point(epoch(r), r.value()))
                .toList();
    }

    private double epoch(MetricRow row) {
        return row.step() / stepsPerEpoch;
    }

    private static List<Point> grouped(List<Point> points) {
        int size = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
        return IntStream.iterate(0, i -> i < points.size(), i -> i + size)
                .mapToObj(i -> mean(points.subList(i, Math.min(points.size(), i + size))))
                .toList();
    }

    private static Point mean(List<Point> group) {
        return new Point(
                group.stream().mapToDouble(Point::x).average().orElseThrow(),
                group.stream().mapToDouble(Point::y).average().orElseThrow());
    }
}
