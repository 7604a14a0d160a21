package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.comparison.ComparedFigures;
import io.github.alprolab.dsl.comparison.ComparedRun;
import io.github.alprolab.dsl.comparison.ComparedRuns;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.stream.Collectors;

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
        List<RunFolder> folders = runs.stream().map(r -> new RunFolder(r.folder())).toList();
        List<List<Scored>> scored = runs.stream().map(Run::scored).toList();
        return new Comparison(ComparedRuns.of(folders, scored, LeftOut.byPath()));
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
        return Figure.of(ComparedFigures.bars(runs, first, more));
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
