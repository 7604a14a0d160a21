package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.tensor.PrecisionProbe;
import io.github.alprolab.alpro.train.ChosenPrecision;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.PrecisionChecks;

/** Asks what a training's precision comes to. */
final class PrecisionCheck {
    private PrecisionCheck() {}

    /** For a model of these sizes; measures once a session where 16 bits could be taken. */
    static Finding of(TrainConfig config, AlproConfig sizes) {
        Precision asked = config.get(TrainConfig.PRECISION);
        if (asked == Precision.FP32) {
            return PrecisionChecks.fp32();
        }
        PrecisionProbe probe = ChosenPrecision.probe(config, sizes);
        return PrecisionChecks.measured(
                asked, probe.lowIsFaster(), probe.toString(), withoutBf16(config.device()));
    }

    private static boolean withoutBf16(DeviceChoice device) {
        return EngineInfo.current().card(device).filter(card -> !card.hasBf16()).isPresent();
    }
}
