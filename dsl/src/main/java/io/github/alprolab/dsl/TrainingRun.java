package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a training of any kind left behind. */
public abstract sealed class TrainingRun implements Run permits PretrainingRun, PrompterRun {
    private final String kind;
    private final TrainingRecord record;

    TrainingRun(String kind, TrainingRecord record) {
        this.kind = kind;
        this.record = record;
    }

    /** What matters for this kind of training over epochs, beside a model that knows nothing. */
    public abstract Figure curves();

    /** Chosen metrics over epochs. */
    public Figure curves(Metric first, Metric... more) {
        return record.curves(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    TrainingRecord record() {
        return record;
    }

    @Override
    public String name() {
        return record.name();
    }

    @Override
    public Path folder() {
        return record.folder().path();
    }

    @Override
    public RunStatus state() {
        return record.state();
    }

    @Override
    public Checkpoint best() {
        return record.best();
    }

    @Override
    public Checkpoint last() {
        return record.last();
    }

    @Override
    public DataTable metrics() {
        return record.metrics();
    }

    @Override
    public Showing show() {
        return record.show(kind);
    }

    @Override
    public String toString() {
        return kind + " “" + name() + "”: " + state();
    }
}
