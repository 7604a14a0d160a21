package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.probe.ProbeAccuracy;
import io.github.alprolab.dsl.record.RunFolder;
import java.util.List;

/** A training of the prompter. */
public final class PrompterRun extends TrainingRun {
    PrompterRun(RunFolder folder) {
        super("Prompter", folder);
    }

    /** VTC loss and recall over epochs, beside the loss of a model that knows nothing. */
    @Override
    public Figure curves() {
        return record().curves(List.of(Metric.VTC_LOSS, Metric.R10));
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
