package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TrainConfig;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The first updates of one training on both devices: losses agree while rounding is all. */
final class SameUpdatesPart implements Part {
    private static final double TOLERANCE = 2e-3;

    @Override
    public String name() {
        return "updates against the CPU";
    }

    @Override
    public boolean needsGpu() {
        return true;
    }

    @Override
    public Found look(Place place) throws IOException {
        FirstUpdates cpu = FirstUpdates.run(c -> c.with(TrainConfig.DEVICE, DeviceChoice.CPU));
        FirstUpdates device = FirstUpdates.run(c -> c.with(TrainConfig.DEVICE, place.device()));
        double most = device.apart(cpu);
        return new Found(
                most <= TOLERANCE,
                String.format(
                        Locale.ROOT,
                        "%d updates, losses at most %.1e apart, %.0e allowed",
                        FirstUpdates.COUNT,
                        most,
                        TOLERANCE),
                Map.of("cpu", cpu.losses(), "device", device.losses()));
    }
}
