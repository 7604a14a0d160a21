package io.github.alprolab.dsl;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A training of the prompter. */
public final class PrompterRun implements Run {
    private final TrainingRecord record;

    PrompterRun(RunFolder folder) {
        this.record = new TrainingRecord(folder);
    }

    /** VTC loss and recall over epochs, beside the loss of a model that knows nothing. */
    public Figure curves() {
        return record.curves(List.of(Metric.VTC_LOSS, Metric.R10));
    }

    /** Chosen metrics over epochs. */
    public Figure curves(Metric first, Metric... more) {
        return record.curves(Stream.concat(Stream.of(first), Stream.of(more)).toList());
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
        return record.show("Prompter");
    }

    @Override
    public String toString() {
        return "Prompter “" + name() + "”: " + state();
    }
}
