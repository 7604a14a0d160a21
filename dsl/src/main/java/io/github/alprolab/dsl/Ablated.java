package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.comparison.ComparedFigures;
import io.github.alprolab.dsl.comparison.Variant;
import io.github.alprolab.dsl.comparison.Variants;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What an ablation left behind: a row a variant, in the shape of the paper's tables. */
public final class Ablated implements Shown {
    private final Variants variants;
    private final List<DoneRun> done;

    Ablated(String title, List<String> axes, List<DoneRun> done, List<String> full) {
        this.done = done;
        List<Variant> all = DoneRun.variants(done);
        OptionalInt place =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).values().equals(full))
                        .findFirst();
        this.variants = new Variants(title, axes, all, place);
    }

    /** Every finished training, in the order of the plan. */
    public List<Run> runs() {
        return done.stream().map(DoneRun::trained).toList();
    }

    /**
     * A row a variant: what it has, mean ± standard deviation of every figure over the seeds, and
     * how far its first figure lies from the full one's.
     */
    public DataTable table() {
        return variants.table();
    }

    /** Final figures as bars; error bars reach from the least to the greatest seed. */
    public Figure bars(Metric first, Metric... more) {
        return Figure.of(ComparedFigures.bars(variants, first, more));
    }

    /** A metric of the trainings on VALIDATION over epochs, with a band over the seeds. */
    public Figure curves(Metric metric) {
        return ComparedFigures.curves(variants, metric);
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
