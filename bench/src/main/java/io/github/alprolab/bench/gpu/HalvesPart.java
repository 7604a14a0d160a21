package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.EngineInfo;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** Updates in BF16, in FP16 and, on a GPU, in TF32 against the same in FP32: losses and speed. */
final class HalvesPart implements Part {
    /** Three digits of 16 bits, over some updates. */
    private static final double TOLERANCE = 0.05;

    @Override
    public String name() {
        return "updates in 16 bits against FP32";
    }

    @Override
    public boolean needsGpu() {
        return false;
    }

    @Override
    public Found look(Place place) throws IOException {
        FirstUpdates exact = FirstUpdates.run(on(place.device(), Precision.FP32));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "FP32", Map.of("losses", exact.losses(), "clips_per_s", exact.clipsPerSecond()));
        StringJoiner words = new StringJoiner("; ");
        boolean sound = true;
        for (Map.Entry<String, UnaryOperator<TrainConfig>> way : ways(place).entrySet()) {
            FirstUpdates other = FirstUpdates.run(way.getValue());
            // Where FP16 leaves an update out, the losses behind it are those of other weights.
            double apart = Math.abs(other.losses().get(0) - exact.losses().get(0));
            sound &= apart <= TOLERANCE && other.losses().stream().allMatch(Double::isFinite);
            figures.put(
                    way.getKey(),
                    Map.of("losses", other.losses(), "clips_per_s", other.clipsPerSecond()));
            words.add(
                    String.format(
                            Locale.ROOT,
                            "%s: first loss %.1e apart, %.1f clips a second for %.1f",
                            way.getKey(),
                            apart,
                            other.clipsPerSecond(),
                            exact.clipsPerSecond()));
        }
        return new Found(sound, words.toString(), figures);
    }

    private static Map<String, UnaryOperator<TrainConfig>> ways(Place place) {
        Map<String, UnaryOperator<TrainConfig>> ways = new LinkedHashMap<>();
        ways.put("BF16", on(place.device(), Precision.BF16));
        ways.put("FP16", on(place.device(), Precision.FP16));
        if (place.gpu()) {
            DeviceChoice exact = place.device().isGpu() ? place.device() : DeviceChoice.GPU;
            if (EngineInfo.current().refusal(exact.tensorFloat32()).isEmpty()) {
                ways.put("TF32", on(exact.tensorFloat32(), Precision.FP32));
            }
        }
        return ways;
    }

    private static UnaryOperator<TrainConfig> on(DeviceChoice device, Precision precision) {
        return c -> c.with(TrainConfig.DEVICE, device).with(TrainConfig.PRECISION, precision);
    }
}
