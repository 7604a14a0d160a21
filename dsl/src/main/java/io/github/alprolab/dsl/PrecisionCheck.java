package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.ChosenPrecision;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.tensor.PrecisionProbe;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.PrecisionChecks;
import java.util.Optional;

/** Asks what a precision comes to. */
final class PrecisionCheck {
    private PrecisionCheck() {}

    /** For a training of a model of these sizes. */
    static Finding of(Trainer trainer, AlproConfig sizes) {
        TrainConfig config = trainer.config();
        return of(trainer.precision(), config.device(), sizes, config.batch());
    }

    /** The same where it was asked for: nothing where nobody chose. */
    static Optional<Finding> ofChoice(
            Precision asked, DeviceChoice device, AlproConfig sizes, int clips) {
        return asked == Precision.FP32
                ? Optional.empty()
                : Optional.of(of(asked, device, sizes, clips));
    }

    /**
     * For batches of a model of these sizes; measures once a session where 16 bits could be taken.
     *
     * @param clips of a batch
     */
    static Finding of(Precision asked, DeviceChoice device, AlproConfig sizes, int clips) {
        if (asked == Precision.FP32) {
            return PrecisionChecks.fp32();
        }
        PrecisionProbe probe = ChosenPrecision.probe(asked, device, sizes.video(), clips);
        return PrecisionChecks.measured(
                asked, probe.lowIsFaster(), probe.toString(), withoutBf16(device));
    }

    private static boolean withoutBf16(DeviceChoice device) {
        return EngineInfo.current().card(device).filter(card -> !card.hasBf16()).isPresent();
    }
}
