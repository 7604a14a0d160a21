package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.Transfers;
import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.bench.training.BenchmarkTraining;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Updates with all four losses: losses that are numbers, memory that stays what it is. */
final class TrainingPart implements Part {
    /** MiB that a Java heap and an allocator's rounding may take in the second half. */
    private static final long SLACK = 256;

    private final BenchmarkSize size;
    private final int batch;
    private final int atMost;

    /** So many updates at most. */
    TrainingPart(BenchmarkSize size, int batch, int atMost) {
        this.size = size;
        this.batch = batch;
        this.atMost = atMost;
    }

    @Override
    public String name() {
        return "updates at " + size;
    }

    @Override
    public boolean needsGpu() {
        return size == BenchmarkSize.BASE;
    }

    @Override
    public Found look(Place place) throws IOException {
        int updates = Math.min(atMost, place.steps());
        Watched watched = new Watched();
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            new BenchmarkTraining(size, batch, updates, updates, folder.path())
                    .run("run", c -> c.with(TrainConfig.DEVICE, place.device()), watched);
        }
        return judged(watched);
    }

    static Found judged(Watched watched) {
        List<Watched.Step> settled = watched.settled();
        Watched.Step first = settled.get(0);
        Watched.Step last = settled.get(settled.size() - 1);
        int tensors = last.report().openTensors() - first.report().openTensors();
        long resident = last.resident() - first.resident();
        long device = last.device() - first.device();
        boolean finite = watched.steps().stream().allMatch(s -> Double.isFinite(s.loss()));
        Transfers transfers = last.report().transfers();
        return new Found(
                finite && tensors == 0 && resident <= SLACK && device <= SLACK,
                String.format(
                        Locale.ROOT,
                        "%d updates, loss %.3f to %.3f, %.1f clips a second; in the second half %+d tensors, %+d MiB of the process, %+d MiB of the device; a step reads %d times and uploads %d times",
                        watched.steps().size(),
                        watched.steps().get(0).loss(),
                        last.loss(),
                        watched.medianSpeed(),
                        tensors,
                        resident,
                        device,
                        transfers.reads(),
                        transfers.uploads()),
                Map.of(
                        "updates", watched.steps().size(),
                        "clips_per_s", watched.medianSpeed(),
                        "open_tensors_growth", tensors,
                        "resident_mib", last.resident(),
                        "resident_growth_mib", resident,
                        "device_mib", last.device(),
                        "device_growth_mib", device,
                        "reads_a_step", transfers.reads(),
                        "uploads_a_step", transfers.uploads(),
                        "last_loss", last.loss()));
    }
}
