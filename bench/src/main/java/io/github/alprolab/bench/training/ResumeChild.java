package io.github.alprolab.bench.training;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.alpro.train.TrainingOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** A training in a JVM of its own that writes every figure down, to be killed and gone on with. */
final class ResumeChild {
    private ResumeChild() {}

    /** Arguments: size, batch, steps an epoch, steps, checkpoint every, folder, name, log file. */
    public static void main(String[] arguments) throws IOException {
        BenchmarkTraining training =
                new BenchmarkTraining(
                        BenchmarkSize.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Path.of(arguments[5]));
        int every = Integer.parseInt(arguments[4]);
        try (OutputStream log =
                Files.newOutputStream(
                        Path.of(arguments[7]),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            TrainingOutcome outcome =
                    training.run(
                            arguments[6], c -> c.with(TrainConfig.CHECKPOINT, every), writer(log));
            System.exit(outcome.finished() ? 0 : 1);
        }
    }

    private static TrainingListener writer(OutputStream log) {
        return new TrainingListener() {
            @Override
            public void step(StepReport report) {
                write(log, report.step() + " " + exact(report.values()));
            }
        };
    }

    /** All figures but those of time, digit by digit. */
    private static String exact(Map<Metric, Double> values) {
        Map<String, String> exact = new TreeMap<>();
        values.forEach((quantity, value) -> exact.put(quantity.name(), Double.toHexString(value)));
        Metric.ofTime().forEach(timed -> exact.remove(timed.name()));
        return exact.toString();
    }

    private static void write(OutputStream log, String line) {
        try {
            log.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
