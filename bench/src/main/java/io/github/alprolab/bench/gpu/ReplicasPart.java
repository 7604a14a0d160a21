package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.EngineInfo;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Updates on all GPUs together, or on the CPU as two devices, against one device. */
final class ReplicasPart implements Part {
    private static final double TOLERANCE = 2e-3;

    @Override
    public String name() {
        return "several devices against one";
    }

    @Override
    public boolean needsGpu() {
        return false;
    }

    @Override
    public Found look(Place place) throws IOException {
        int gpus = EngineInfo.current().gpus().size();
        if (place.gpu() && gpus < 2) {
            return Found.leftOut("there is one GPU");
        }
        int count = place.gpu() && FirstUpdates.BATCH % gpus == 0 ? gpus : 2;
        List<DeviceChoice> each =
                place.gpu()
                        ? IntStream.range(0, count).mapToObj(DeviceChoice::gpu).toList()
                        : Collections.nCopies(count, DeviceChoice.CPU);
        FirstUpdates one = FirstUpdates.run(c -> c.with(TrainConfig.DEVICE, each.get(0)));
        FirstUpdates some =
                FirstUpdates.run(c -> c.with(TrainConfig.DEVICE, DeviceChoice.several(each)));
        double apart = some.apart(one);
        return new Found(
                apart <= TOLERANCE,
                String.format(
                        Locale.ROOT,
                        "%s: %d updates, losses at most %.1e apart, %.0e allowed; %.1f clips a second for %.1f",
                        DeviceChoice.several(each).code(),
                        FirstUpdates.COUNT,
                        apart,
                        TOLERANCE,
                        some.clipsPerSecond(),
                        one.clipsPerSecond()),
                Map.of(
                        "one", one.losses(),
                        "several", some.losses(),
                        "clips_per_s", one.clipsPerSecond(),
                        "several_clips_per_s", some.clipsPerSecond()));
    }
}
