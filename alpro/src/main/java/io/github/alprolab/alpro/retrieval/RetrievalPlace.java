package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.tensor.ChosenPrecision;
import io.github.alprolab.alpro.tensor.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a model ranks, and how exactly it multiplies.
 *
 * @param device that computes
 * @param precision of the encoders' products
 * @param folder that keeps what {@code AUTO} took, if any
 */
public record RetrievalPlace(DeviceChoice device, Precision precision, Optional<Path> folder) {
    /** In FP32. */
    public static RetrievalPlace of(DeviceChoice device) {
        return new RetrievalPlace(device, Precision.FP32, Optional.empty());
    }

    /** The same, kept in the folder of a run. */
    public RetrievalPlace in(Path run) {
        return new RetrievalPlace(device, precision, Optional.of(run));
    }

    /**
     * @param clips of a batch
     * @throws IOException when the folder's file cannot be read or written
     */
    Compute open(AlproConfig sizes, int clips) throws IOException {
        ChosenPrecision chosen =
                ChosenPrecision.of(precision, device, sizes.video(), clips, folder);
        return Compute.open(device, chosen.precision());
    }
}
