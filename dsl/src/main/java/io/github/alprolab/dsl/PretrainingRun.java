package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.probe.ProbeAccuracy;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.dsl.training.Accuracies;

/** A pre-training. */
public final class PretrainingRun extends TrainingRun {
    PretrainingRun(RunFolder folder) {
        super("Pre-training", folder);
    }

    /** The losses over epochs, each beside that of a model that knows nothing. */
    @Override
    public Figure curves() {
        return record().curves(record().told(Metric.Kind.LOSS));
    }

    /**
     * The objectives it was trained with. One that a session wrote is known by its record alone: it
     * is named, compared and drawn; {@code run.losses().and(it)} brings it back to train on.
     */
    public Losses losses() {
        return trainedWith(record());
    }

    /** Words for each [MASK], with the clip and with black frames; see {@link Model#fillMask}. */
    public DataTable fillMask(Clip clip, String text) {
        return model().fillMask(clip, text);
    }

    /** What the objectives report on VALIDATION at the best epoch, beside what guessing reaches. */
    public DataTable accuracies() {
        return Accuracies.of(record());
    }

    /** What the best model has learned, by the probes of the default corpus; see {@link Probes}. */
    public ProbeAccuracy probes() {
        return probes(Probes.standard());
    }

    /** The same by other probes; see {@link Model#probes}. */
    public ProbeAccuracy probes(Probes probes) {
        return model().probes(probes);
    }
}
