package io.github.alprolab.dsl;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.table.DataTable;
import java.util.stream.Stream;

/** A pre-training. */
public final class PretrainingRun extends TrainingRun {
    PretrainingRun(RunFolder folder) {
        super("Pre-training", new TrainingRecord(folder));
    }

    /** The losses over epochs, each beside that of a model that knows nothing. */
    @Override
    public Figure curves() {
        return record().curves(
                        Stream.of(
                                        Metric.VTC_LOSS,
                                        Metric.VTM_LOSS,
                                        Metric.MLM_LOSS,
                                        Metric.PEM_LOSS)
                                .filter(this::measured)
                                .toList());
    }

    /** VTM and MLM accuracy on VALIDATION at the best epoch, beside what guessing reaches. */
    public DataTable accuracies() {
        return Accuracies.of(record());
    }

    private boolean measured(Metric metric) {
        return record().folder().metrics().stream().anyMatch(r -> r.metric().equals(metric.row()));
    }
}
