package io.github.alprolab.dsl;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A pre-training. */
public final class PretrainingRun implements Run {
    private final TrainingRecord record;

    PretrainingRun(RunFolder folder) {
        this.record = new TrainingRecord(folder);
    }

    /** The losses over epochs, each beside that of a model that knows nothing. */
    public Figure curves() {
        return record.curves(
                Stream.of(Metric.VTC_LOSS, Metric.VTM_LOSS, Metric.MLM_LOSS, Metric.PEM_LOSS)
                        .filter(this::measured)
                        .toList());
    }

    /** Chosen metrics over epochs. */
    public Figure curves(Metric first, Metric... more) {
        return record.curves(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** VTM and MLM accuracy on VALIDATION at the best epoch, beside what guessing reaches. */
    public DataTable accuracies() {
        return Accuracies.of(record);
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

    private boolean measured(Metric metric) {
        return record.folder().metrics().stream().anyMatch(r -> r.metric().equals(metric.row()));
    }

    @Override
    public Showing show() {
        return record.show("Pre-training");
    }

    @Override
    public String toString() {
        return "Pre-training “" + name() + "”: " + state();
    }
}
