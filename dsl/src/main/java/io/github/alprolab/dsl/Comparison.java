package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.comparison.ComparedFigures;
import io.github.alprolab.dsl.comparison.ComparedRun;
import io.github.alprolab.dsl.comparison.ComparedRuns;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs beside each other, read from their records. The first is what the others are compared with.
 *
 * <pre>{@code
 * var longer = pretraining.trainer(t -> t.epochs(20)).run();
 * Runs.compare(run, longer).table()
 * }</pre>
 */
public final class Comparison implements Shown {
    private final ComparedRuns runs;

    private Comparison(ComparedRuns runs) {
        this.runs = runs;
    }

    static Comparison of(List<? extends Run> runs) {
        return new Comparison(
                new ComparedRuns(
                        runs.stream().map(run -> compared(run, runs)).toList(), LeftOut.byPath()));
    }

    private static ComparedRun compared(Run run, List<? extends Run> all) {
        return new ComparedRun(label(run, all), new RunFolder(run.folder()), run.scored());
    }

    /** The name; with the configuration where several have it, with the folder where that helps. */
    private static String label(Run run, List<? extends Run> all) {
        List<? extends Run> named = all.stream().filter(r -> r.name().equals(run.name())).toList();
        if (named.size() == 1) {
            return run.name();
        }
        String folder = run.folder().getFileName().toString();
        long alike =
                named.stream()
                        .filter(r -> r.folder().getFileName().toString().equals(folder))
                        .count();
        return run.name() + " · " + folder + (alike > 1 ? " (" + (all.indexOf(run) + 1) + ")" : "");
    }

    /**
     * Settings that differ, then every figure; of two runs with its difference and which is better.
     */
    public DataTable table() {
        return runs.table();
    }

    /** The settings that differ alone; the title says whether the comparison is fair. */
    public DataTable settings() {
        return runs.settings();
    }

    /** Whether one thing differs, and what makes the figures incomparable. */
    public Report check() {
        String all =
                runs.runs().stream().map(ComparedRun::label).collect(Collectors.joining(" | "));
        return new Report(all, runs.findings(), List.of()).all();
    }

    /** Final figures as bars, a group for each run: {@code bars(Metric.R1, Metric.R5)}. */
    public Figure bars(Metric first, Metric... more) {
        return Figure.of(
                ComparedFigures.bars(
                        runs, Stream.concat(Stream.of(first), Stream.of(more)).toList()));
    }

    /** The total loss of each run over its epochs. */
    public Figure curves() {
        return curves(Metric.TOTAL_LOSS);
    }

    /** A metric of each run over its epochs, on VALIDATION. */
    public Figure curves(Metric metric) {
        return ComparedFigures.curves(runs, metric);
    }

    @Override
    public Showing show() {
        return table().show();
    }

    @Override
    public String toString() {
        return table().toString();
    }
}
