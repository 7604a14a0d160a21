package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.comparison.ComparedFigures;
import io.github.alprolab.dsl.comparison.Variants;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.OptionalInt;

/** What a sweep left behind: its runs, and their figures as means over seeds. */
public final class Swept implements Shown {
    private final Variants variants;
    private final List<DoneRun> done;

    Swept(String title, List<String> axes, List<DoneRun> done, int planned) {
        this.done = done;
        this.variants =
                new Variants(
                        DoneRun.title(title, done.size(), planned),
                        axes,
                        DoneRun.variants(done),
                        OptionalInt.empty());
    }

    /** Every finished run, in the order of the plan. */
    public List<Run> runs() {
        return done.stream().map(DoneRun::trained).toList();
    }

    /** A row a combination: mean ± standard deviation of every figure over the seeds. */
    public DataTable table() {
        return variants.table();
    }

    /** The total loss over epochs, with a band from the least to the greatest seed. */
    public Figure curves() {
        return curves(Metric.TOTAL_LOSS);
    }

    /** A metric on VALIDATION over epochs: the mean, with a band from least to greatest seed. */
    public Figure curves(Metric metric) {
        return ComparedFigures.curves(variants, metric);
    }

    /** Final figures as bars; error bars reach from the least to the greatest seed. */
    public Figure bars(Metric first, Metric... more) {
        return Figure.of(ComparedFigures.bars(variants, first, more));
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
