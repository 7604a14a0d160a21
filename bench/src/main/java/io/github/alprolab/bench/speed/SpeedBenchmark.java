package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.Precision;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Speed of one kind of work: {@code lab bench train|encode|optimizer|retrieval|decode}. */
public final class SpeedBenchmark {
    private static final double GIGA = 1e9;

    private SpeedBenchmark() {}

    /** A kind of work that can be measured. */
    @FunctionalInterface
    interface Work {
        /** Measures it and prints lines. */
        void measure(SpeedSettings settings) throws IOException;
    }

    /** Takes the kind of work, then options; prints a line of JSON. */
    public static void main(String[] arguments) throws IOException {
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        SpeedSettings settings = SpeedSettings.of(options);
        // Read once, when the engine is loaded.
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
        requireKnown(arguments[0], settings);
        work(arguments[0]).measure(settings);
    }

    private static void requireKnown(String work, SpeedSettings settings) {
        boolean encodes = !List.of("optimizer", "decode").contains(work);
        if (!encodes && settings.precision() != Precision.FP32) {
            System.err.println(
                    "%s is measured with --precision %s; it has no encoders: leave the option out."
                            .formatted(work, settings.precision().name().toLowerCase(Locale.ROOT)));
            System.exit(2);
        }
    }

    private static Work work(String name) {
        return switch (name) {
            case "train" -> TrainSpeed::measure;
            case "encode" -> EncodeSpeed::measure;
            case "optimizer" -> OptimizerSpeed::measure;
            case "retrieval" -> RetrievalSpeed::measure;
            case "decode" -> DecodeSpeed::measure;
            default -> throw new IllegalArgumentException(name + " is no work that is measured.");
        };
    }

    /** A line of steps over batches of clips, with the share of what bare products reach. */
    static Line line(
            String benchmark, SpeedSettings settings, Stopwatch.Times times, double operations) {
        List<Double> seconds = times.seconds();
        int batch = settings.batch();
        Quartiles speed = Quartiles.of(seconds.stream().map(s -> batch / s).toList());
        double reached = speed.median() * operations / GIGA;
        double peak = peak(settings);
        return new Line(benchmark, settings)
                .with("batch", batch)
                .with("steps", seconds.size())
                .with("clips_per_s", speed.json())
                .with("step_s", Quartiles.of(seconds).json())
                .with("processor_s_a_step", times.processor() / seconds.size())
                .with("gflop_a_clip", operations / GIGA)
                .with("gflop_per_s", reached)
                .with("gemm_gflop_per_s", peak)
                .with("share_of_gemm", reached / peak);
    }

    /** GFLOP/s of bare products in the same run. */
    static double peak(SpeedSettings settings) {
        return GemmPeak.gflops(settings.config().video().width());
    }
}
