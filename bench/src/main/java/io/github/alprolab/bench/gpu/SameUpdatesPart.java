package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.bench.training.BenchmarkTraining;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first updates of one training on both devices: losses agree while rounding is all. */
final class SameUpdatesPart implements Part {
    private static final int UPDATES = 5;
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
        List<Double> cpu = losses(DeviceChoice.CPU);
        List<Double> device = losses(place.device());
        double most = 0;
        for (int i = 0; i < UPDATES; i++) {
            most = Math.max(most, Math.abs(cpu.get(i) - device.get(i)));
        }
        return new Found(
                most <= TOLERANCE,
                String.format(
                        Locale.ROOT,
                        "%d updates, losses at most %.1e apart, %.0e allowed",
                        UPDATES,
                        most,
                        TOLERANCE),
                Map.of("cpu", cpu, "device", device));
    }

    private static List<Double> losses(DeviceChoice device) throws IOException {
        Watched watched = new Watched();
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            // Without dropout, whose draws differ between devices.
            new BenchmarkTraining(BenchmarkSize.LAB, 8, UPDATES, UPDATES, folder.path())
                    .run("run", c -> c.with(TrainConfig.DEVICE, device), watched);
        }
        return watched.steps().stream().map(Watched.Step::loss).toList();
    }
}
