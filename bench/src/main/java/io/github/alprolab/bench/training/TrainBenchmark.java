package io.github.alprolab.bench.training;

import com.sun.management.OperatingSystemMXBean;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.bench.ResidentMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speed of pre-training in clips a second, without decoding: {@code lab bench train}. */
public final class TrainBenchmark {
    private TrainBenchmark() {}

    /** Prints median and best over the second half of the steps. */
    public static void main(String[] arguments) throws IOException {
        BenchmarkOptions options =
                BenchmarkOptions.of(
                        arguments,
                        Map.of("size", "TINY", "batch", "64", "steps", "40", "recompute", "false"));
        int steps = options.number("steps");
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            measure(options, steps, folder.path());
        }
    }

    private static void measure(BenchmarkOptions options, int steps, Path folder)
            throws IOException {
        BenchmarkTraining training =
                new BenchmarkTraining(
                        options.size(), options.number("batch"), steps, steps, folder);
        List<Double> speeds = new ArrayList<>();
        List<Long> processor = new ArrayList<>();
        training.run(
                "run",
                c -> c.with(TrainConfig.GRADIENT_CHECKPOINTING, options.flag("recompute")),
                new TrainingListener() {
                    @Override
                    public void step(StepReport report) {
                        speeds.add(report.values().get(Metric.CLIPS_PER_SECOND));
                        processor.add(processorNanos());
                    }
                });
        List<Double> warm = new ArrayList<>(speeds.subList(steps / 2, steps));
        Collections.sort(warm);
        double nanos = processor.get(steps - 1) - processor.get(steps / 2 - 1);
        System.out.printf(
                Locale.ROOT,
                "%s, batch %d, %d threads, gradient checkpointing %b: median %.1f clips/s,"
                        + " best %.1f, processor %.2f ms a clip, of %d steps; peak resident"
                        + " %s%n",
                training.size(),
                training.batch(),
                EngineInfo.current().threads(),
                options.flag("recompute"),
                warm.get(warm.size() / 2),
                warm.get(warm.size() - 1),
                nanos / 1e6 / (warm.size() * training.batch()),
                warm.size(),
                ResidentMemory.peak().map(m -> m + " KiB").orElse("not told by this system"));
    }

    /** Of all threads; unlike the clock it says something on a busy machine too. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
