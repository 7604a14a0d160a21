package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.bench.training.BenchmarkTraining;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The first updates of one training in one way, without dropout, whose draws differ between
 * devices.
 *
 * @param losses of each update
 * @param clipsPerSecond median of the second half
 */
record FirstUpdates(List<Double> losses, double clipsPerSecond) {
    /** Clips of a batch at the size {@code lab}. */
    static final int BATCH = 8;

    /** Enough for weights to differ, few enough for rounding to stay small. */
    static final int COUNT = 6;

    static FirstUpdates run(UnaryOperator<TrainConfig> edit) throws IOException {
        return run(BenchmarkSize.LAB, BATCH, COUNT, edit);
    }

    static FirstUpdates run(
            BenchmarkSize size, int batch, int count, UnaryOperator<TrainConfig> edit)
            throws IOException {
        Watched watched = new Watched();
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            new BenchmarkTraining(size, batch, count, count, folder.path())
                    .run("run", edit, watched);
        }
        return new FirstUpdates(
                watched.steps().stream().map(Watched.Step::loss).toList(), watched.medianSpeed());
    }

    /** The largest difference of a loss. */
    double apart(FirstUpdates other) {
        double most = 0;
        for (int i = 0; i < losses.size(); i++) {
            most = Math.max(most, Math.abs(losses.get(i) - other.losses.get(i)));
        }
        return most;
    }
}
