package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.PrecisionProbe;
import io.github.alprolab.alpro.train.ChosenPrecision;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.PrecisionChecks;

/** Asks what a training's precision comes to. */
final class PrecisionCheck {
    private PrecisionCheck() {}

    /** For a model of these sizes; measures once a session where BF16 could be taken. */
    static Finding of(TrainConfig config, AlproConfig sizes) {
        Precision asked = config.get(TrainConfig.PRECISION);
        if (asked == Precision.FP32) {
            return PrecisionChecks.fp32();
        }
        boolean auto = asked == Precision.AUTO;
        return ChosenPrecision.hindrance(config, sizes)
                .map(why -> PrecisionChecks.hindered(auto, why))
                .orElseGet(() -> measured(auto, ChosenPrecision.probe(config, sizes)));
    }

    private static Finding measured(boolean auto, PrecisionProbe probe) {
        return PrecisionChecks.measured(auto, probe.faster() == Precision.BF16, probe.toString());
    }
}
