package io.github.alprolab.bench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    @TempDir Path folder;

    @Test
    void fiveKillsInTwoHundredStepsChangeNoBitOfAnyLossNorOfTheWeights()
            throws IOException, InterruptedException {
        BenchmarkTraining training =
                new BenchmarkTraining(BenchmarkSize.MINIMAL, 4, 25, 200, folder);
        long seed = System.nanoTime();

        ResumeBenchmark.Result result =
                new ResumeBenchmark(training, 9, 5, new Random(seed), System.out).run();

        assertThat(result.differences()).as("kills by seed %d", seed).isEmpty();
        assertThat(result.killedAfter()).hasSize(5);
        assertThat(result.compared()).isGreaterThanOrEqualTo(200);
    }
}
