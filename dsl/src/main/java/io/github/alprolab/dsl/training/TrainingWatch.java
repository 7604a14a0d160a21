package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.train.EvaluationReport;
import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.progress.Reading;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.run.Workplace;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what a training tells, and shows it while it goes on. */
final class TrainingWatch implements TrainingListener {
    /** Updates after the first, before the time that is left is told. */
    private static final int ENOUGH = 5;

    private final Workplace place;
    private final MetricLog log;
    private final LiveRows rows;
    private final long start = System.nanoTime();
    private volatile Measured measured = new Measured(List.of());
    private Optional<StepReport> newest = Optional.empty();
    private int first = -1;
    private double ready;

    TrainingWatch(Workplace place, MetricLog log) {
        this.place = place;
        this.log = log;
        this.rows = new LiveRows(place.folder().metrics());
    }

    @Override
    public void note(String message) {
        place.progress().note(message);
    }

    @Override
    public void doing(String what) {
        place.progress()
                .now(
                        newest.map(report -> state(report).doing(what, seconds()))
                                .orElseGet(
                                        () -> State.doing(place.folder().name(), what, seconds())));
    }

    @Override
    public void begins(List<Metric> metrics, Sizes sizes) {
        measured = Measured.of(metrics, sizes);
        place.folder().write(Measured.FILE, measured.json());
    }

    @Override
    public void step(StepReport report) {
        place.requireThere();
        if (first < 0) {
            first = report.step();
            ready = seconds();
        }
        add(report.step(), report.epoch(), "TRAIN", report.values());
        newest = Optional.of(report);
        place.progress().show(state(report), this::chart);
    }

    @Override
    public void evaluated(EvaluationReport report) {
        place.requireThere();
        add(report.step(), report.epoch(), "VALIDATION", report.values());
        newest.map(this::state).ifPresent(place.progress()::now); // now with what was measured
    }

    @Override
    public void saving() {
        log.flush();
    }

    @Override
    public void saved(int step, int epoch) {
        place.saved(step, epoch);
    }

    @Override
    public boolean stopRequested() {
        return place.stopRequested();
    }

    private void add(int step, int epoch, String split, Map<Metric, Double> values) {
        double now = seconds();
        List<MetricRow> all = new ArrayList<>();
        values.forEach(
                (metric, value) -> {
                    if (Double.isFinite(value)) {
                        all.add(new MetricRow(step, epoch, split, metric.name(), value, now));
                    }
                });
        log.add(all.toArray(MetricRow[]::new));
        all.forEach(rows::add);
        all.forEach(place::measured);
    }

    private State state(StepReport report) {
        return new State(
                place.folder().name(),
                "epoch %d/%d".formatted(report.epoch(), report.epochs()),
                report.step(),
                report.steps(),
                "steps",
                readings(report.values()),
                seconds(),
                left(report));
    }

    /** The first update also waits for clips and engine, and says nothing of the others. */
    private double left(StepReport report) {
        int done = report.step() - first;
        return done < ENOUGH
                ? State.ESTIMATING
                : (seconds() - ready) / done * (report.steps() - report.step());
    }

    private List<Reading> readings(Map<Metric, Double> values) {
        List<Reading> readings = new ArrayList<>();
        values.keySet().stream()
                .filter(Metric::isLoss)
                .map(m -> new Reading(m.title(), number(values, m, 3)))
                .forEach(readings::add);
        readings.addAll(answers(values));
        readings.add(
                new Reading("learning rate", Numbers.scientific(values.get(Metric.LEARNING_RATE))));
        readings.add(new Reading("clips/s", number(values, Metric.CLIPS_PER_SECOND, 0)));
        return readings;
    }

    /** Accuracy beside what it lies between; that of VALIDATION, once an epoch has ended. */
    private List<Reading> answers(Map<Metric, Double> values) {
        if (!values.containsKey(Metric.ANSWER_ACCURACY)) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>();
        readings.add(
                new Reading(
                        "accuracy of the batch",
                        Numbers.percent(values.get(Metric.ANSWER_ACCURACY))));
        TrainingRecord.lastRow(rows.others(), Metric.ANSWER_ACCURACY)
                .ifPresent(r -> readings.add(new Reading("on VALIDATION", between(r.value()))));
        return readings;
    }

    private String between(double accuracy) {
        String floor =
                Measured.chance(measured.of(Metric.ANSWER_ACCURACY))
                        .map(l -> "floor " + Numbers.percent(l.value()))
                        .orElse("no floor");
        String ceiling =
                TrainingRecord.ceiling(place.folder())
                        .map(c -> ", ceiling " + Numbers.percent(c.value()))
                        .orElse("");
        return "%s (%s%s)".formatted(Numbers.percent(accuracy), floor, ceiling);
    }

    private static String number(Map<Metric, Double> values, Metric metric, int digits) {
        return Numbers.decimals(values.get(metric), digits);
    }

    /** Called by a thread of the screen's. */
    private Optional<Figure> chart() {
        List<MetricRow> kept = rows.all();
        if (kept.stream().mapToInt(MetricRow::step).distinct().limit(2).count() < 2) {
            return Optional.empty(); // of one update there is no curve
        }
        List<Metric> told = new ArrayList<>(TrainingRecord.told(measured, kept, Metric.Kind.LOSS));
        measured.metrics().stream().filter(Metric.ANSWER_ACCURACY::equals).forEach(told::add);
        RunCurves curves = new RunCurves(kept, measured, TrainingRecord.ceiling(place.folder()));
        List<Figure> figures = told.stream().map(m -> Figure.of(curves.of(m))).toList();
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Figure.grid(Math.max(2, figures.size()), figures.toArray(Figure[]::new)));
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
