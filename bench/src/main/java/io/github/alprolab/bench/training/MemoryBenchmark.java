package io.github.alprolab.bench.training;

import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.bench.ResidentMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Resident memory and open engine tensors over a long training: {@code lab bench memory}. */
public final class MemoryBenchmark {
    private static final int SETTLED = 200;

    private MemoryBenchmark() {}

    private record Sample(int step, long resident, int tensors) {}

    /**
     * Prints a row at intervals and the slopes after step 200, by least squares over all steps;
     * exits with 1 when the number of open tensors grows.
     */
    public static void main(String[] arguments) throws IOException {
        BenchmarkOptions options =
                BenchmarkOptions.of(
                        arguments,
                        Map.of(
                                "size",
                                "lab|lab_dropout|minimal",
                                "batch",
                                "16",
                                "steps",
                                "2000",
                                "interval",
                                "100"));
        List<Sample> samples = new ArrayList<>();
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            BenchmarkTraining training =
                    new BenchmarkTraining(
                            options.size(),
                            options.number("batch"),
                            options.number("interval"),
                            options.number("steps"),
                            folder.path());
            System.out.println(" step  resident KiB  open tensors");
            training.run("run", UnaryOperator.identity(), watch(samples, options));
        }
        System.exit(judge(samples));
    }

    private static TrainingListener watch(List<Sample> samples, BenchmarkOptions options) {
        return new TrainingListener() {
            @Override
            public void step(StepReport report) {
                Sample sample = sample(report);
                samples.add(sample);
                if (report.step() % options.number("interval") == 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "%5d  %12d  %12d%n",
                            sample.step,
                            sample.resident,
                            sample.tensors);
                }
            }
        };
    }

    private static Sample sample(StepReport report) {
        try {
            return new Sample(report.step(), ResidentMemory.now().orElse(0L), report.openTensors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int judge(List<Sample> samples) {
        List<Sample> settled = samples.stream().filter(s -> s.step > SETTLED).toList();
        if (settled.size() < 2) {
            System.out.println("No slope: it is taken after step " + SETTLED + ".");
            return 0;
        }
        double tensors = slope(settled, Sample::tensors);
        System.out.printf(
                Locale.ROOT,
                "after step %d: resident %+.3f KiB a step, open tensors %+.6f a step%n",
                SETTLED,
                slope(settled, Sample::resident),
                tensors);
        return tensors > 0 ? 1 : 0;
    }

    /** Least squares of a figure against the step. */
    private static double slope(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double steps = samples.stream().mapToInt(Sample::step).average().orElseThrow();
        double mean = samples.stream().mapToDouble(figure).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (Sample sample : samples) {
            products += (sample.step - steps) * (figure.applyAsDouble(sample) - mean);
            squares += (sample.step - steps) * (sample.step - steps);
        }
        return products / squares;
    }
}
