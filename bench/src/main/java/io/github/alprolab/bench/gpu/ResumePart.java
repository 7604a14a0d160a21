package io.github.alprolab.bench.gpu;

import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.bench.training.BenchmarkTraining;
import io.github.alprolab.bench.training.ResumeBenchmark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** A training that is killed and goes on, against one that ran through, both on their own. */
final class ResumePart implements Part {
    private static final int STEPS = 40;
    private static final int EPOCH = 10;
    private static final int EVERY = 5;

    @Override
    public String name() {
        return "kill and resume";
    }

    @Override
    public boolean needsGpu() {
        return false;
    }

    /** On a GPU sums are added in another order each time, so that figures there may differ. */
    @Override
    public Found look(Place place) throws IOException, InterruptedException {
        ResumeBenchmark.Result result;
        try (BenchmarkFolder folder = BenchmarkFolder.create();
                PrintStream quiet =
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            BenchmarkTraining training =
                    new BenchmarkTraining(BenchmarkSize.MINIMAL, 4, EPOCH, STEPS, folder.path());
            result = new ResumeBenchmark(training, EVERY, 1, new Random(11), quiet).run();
        }
        int differences = result.differences().size();
        return new Found(
                place.gpu() || differences == 0,
                "killed after step %s of %d, %d steps compared bit by bit, %d differences"
                        .formatted(result.killedAfter(), STEPS, result.compared(), differences),
                Map.of("compared", result.compared(), "differences", result.differences()));
    }
}
