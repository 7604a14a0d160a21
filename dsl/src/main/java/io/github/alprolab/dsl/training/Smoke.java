package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.train.ModelPart;
import io.github.alprolab.alpro.train.SmokeFigures;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What two updates and a validation batch of an experiment showed: losses beside chance, gradients
 * by part, step time, memory, and how long the whole would take.
 *
 * @param name of the experiment
 * @param figures that were measured
 */
public record Smoke(String name, SmokeFigures figures) implements Shown {

    /** Losses at the first and second update and on the validation batch, beside chance. */
    public DataTable losses() {
        List<Metric> told = told();
        return DataTable.of("“%s” · two updates and a validation batch".formatted(name))
                .text("loss", told.stream().map(Metric::title).toList())
                .number("update 1", column(told, figures.first()), 3)
                .number("update 2", column(told, figures.second()), 3)
                .number("validation", column(told, figures.validation()), 3)
                .text("chance, and update 1 beside it", told.stream().map(this::mark).toList());
    }

    /** Length of the gradient by part of the model, before clipping. */
    public DataTable gradients() {
        List<Map.Entry<ModelPart, Double>> parts = List.copyOf(figures.gradients().entrySet());
        return DataTable.of("Gradients by part")
                .text("part", parts.stream().map(p -> p.getKey().title()).toList())
                .number("length", parts.stream().map(Map.Entry::getValue).toList(), 4);
    }

    /** What is found in them, and what the whole training costs. */
    public Report report() {
        List<Finding> findings = new ArrayList<>();
        for (Metric metric : told()) {
            level(metric)
                    .filter(l -> figures.first().containsKey(metric))
                    .ifPresent(l -> findings.add(start(metric, l)));
        }
        figures.gradients()
                .forEach((part, norm) -> findings.add(Checks.gradient(part.title(), norm)));
        return new Report("What it says of the training", findings, costs());
    }

    /** Seconds that the whole training would take. */
    public double seconds() {
        return figures.times().training();
    }

    /** Bytes of memory at most; 0 where the system does not tell. */
    public long memory() {
        return figures.memory().resident();
    }

    private List<CostLine> costs() {
        SmokeFigures.Times times = figures.times();
        SmokeFigures.Memory memory = figures.memory();
        List<CostLine> lines = new ArrayList<>();
        lines.add(
                new CostLine(
                        "a step",
                        "%s; the first took %s"
                                .formatted(
                                        Numbers.decimals(times.step(), 2) + " s",
                                        Numbers.decimals(times.first(), 2) + " s")));
        lines.add(
                new CostLine(
                        "a validation", "≈ " + Numbers.duration(times.validation()) + " an epoch"));
        lines.add(
                new CostLine(
                        "time",
                        "≈ %s for %d epochs of %s steps"
                                .formatted(
                                        Numbers.duration(times.training()),
                                        times.epochs(),
                                        Numbers.whole(times.perEpoch()))));
        if (memory.resident() > 0) {
            lines.add(
                    new CostLine(
                            "memory",
                            "%s at most in this process, %s before"
                                    .formatted(
                                            Numbers.bytes(memory.resident()),
                                            Numbers.bytes(memory.before()))));
        }
        if (memory.device() > 0) {
            lines.add(
                    new CostLine(
                            "GPU", Numbers.bytes(memory.device()) + " at most, of all programs"));
        }
        return lines;
    }

    /** The losses that were measured, the total last. */
    private List<Metric> told() {
        return Stream.concat(
                        figures.metrics().stream().filter(m -> m.kind() == Metric.Kind.LOSS),
                        figures.metrics().stream().filter(m -> m.kind() == Metric.Kind.TOTAL))
                .filter(m -> figures.first().containsKey(m) || figures.second().containsKey(m))
                .toList();
    }

    private static List<Double> column(List<Metric> metrics, Map<Metric, Double> values) {
        return metrics.stream().map(m -> values.getOrDefault(m, Double.NaN)).toList();
    }

    private Optional<Chance.Level> level(Metric metric) {
        return metric.chance().at(figures.sizes());
    }

    /** In one column, so that the table is no wider than a narrow notebook. */
    private String mark(Metric metric) {
        return level(metric)
                .map(l -> Numbers.decimals(l.value(), 3) + beside(metric, l))
                .orElse("–");
    }

    private String beside(Metric metric, Chance.Level level) {
        if (!figures.first().containsKey(metric)) {
            return "";
        }
        String mark = " " + start(metric, level).level().mark();
        return mark + (unsure(metric) ? " not tried" : off(metric, level));
    }

    private String off(Metric metric, Chance.Level level) {
        double off = figures.first().get(metric) / level.value() - 1;
        return (off < 0 ? " −" : " +") + Numbers.percent(Math.abs(off));
    }

    private Finding start(Metric metric, Chance.Level level) {
        return unsure(metric)
                ? Checks.unsure(metric.title())
                : Checks.start(
                        metric.title(),
                        figures.first().get(metric),
                        level.value(),
                        level.label(),
                        figures.random());
    }

    /** Whether no crop counted, which makes PEM's loss 0 whatever the model knows. */
    private boolean unsure(Metric metric) {
        return metric.equals(Metric.PEM_LOSS)
                && figures.first().getOrDefault(Metric.IGNORED_SHARE, 0.0) >= 1;
    }

    @Override
    public Showing show() {
        return Showing.plain(toString())
                .html(
                        Stream.of(losses(), gradients(), report())
                                .map(Shown::show)
                                .flatMap(s -> s.part(Part.HTML).stream())
                                .map(Part::content)
                                .reduce("", String::concat));
    }

    @Override
    public String toString() {
        return losses() + "\n\n" + gradients() + "\n\n" + report();
    }
}
