package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.DeviceMemoryException;
import io.github.alprolab.alpro.tensor.MatrixProbe;
import io.github.alprolab.bench.speed.Flops;
import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.bench.training.BenchmarkTraining;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Clips a second at the published size for growing batches, until the memory is full. */
final class SpeedPart implements Part {
    private static final int[] BATCHES = {2, 4, 8, 16, 32, 64};
    private static final int UPDATES = 8;

    /** Edge of the product whose speed stands for the device's best. */
    private static final int WIDE = 4096;

    @Override
    public String name() {
        return "speed at base";
    }

    @Override
    public boolean needsGpu() {
        return true;
    }

    @Override
    public Found look(Place place) throws IOException {
        double peak = MatrixProbe.operationsPerSecond(place.device(), WIDE);
        double operations =
                new Flops(BenchmarkSize.BASE.config(), BenchmarkSize.BASE.words()).trainingStep();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("peak_gflops", peak / 1e9);
        StringJoiner words = new StringJoiner("; ");
        try {
            for (int batch : BATCHES) {
                Watched watched = run(place, batch);
                double speed = watched.medianSpeed();
                long memory = watched.settled().get(0).device();
                figures.put(
                        "batch " + batch,
                        Map.of(
                                "clips_per_s",
                                speed,
                                "gflops",
                                speed * operations / 1e9,
                                "share_of_peak",
                                speed * operations / peak,
                                "device_mib",
                                memory));
                words.add(
                        String.format(
                                Locale.ROOT,
                                "batch %d: %.1f clips/s, %.0f GFLOP/s, %.0f %% of a product's, %d MiB",
                                batch,
                                speed,
                                speed * operations / 1e9,
                                100 * speed * operations / peak,
                                memory));
            }
        } catch (DeviceMemoryException e) {
            words.add(e.getMessage());
        }
        return new Found(figures.size() > 1, words.toString(), figures);
    }

    private static Watched run(Place place, int batch) throws IOException {
        Watched watched = new Watched();
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            new BenchmarkTraining(BenchmarkSize.BASE, batch, UPDATES, UPDATES, folder.path())
                    .run("run", c -> c.with(TrainConfig.DEVICE, place.device()), watched);
        }
        return watched;
    }
}
