package io.github.alprolab.bench.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.alpro.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTensorsTest {
    @TempDir Path folder;

    /** Epochs of 20 steps with evaluations and checkpoints between them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noEngineTensorStaysOpenBetweenStep20AndStep60(boolean recompute) throws IOException {
        List<Integer> open = new ArrayList<>();
        new BenchmarkTraining(BenchmarkSize.MINIMAL, 4, 40, 120, folder)
                .run(
                        "run",
                        c ->
                                c.with(TrainConfig.ACCUMULATE, 2)
                                        .with(TrainConfig.GRADIENT_CHECKPOINTING, recompute)
                                        .with(TrainConfig.CHECKPOINT, 7),
                        new TrainingListener() {
                            @Override
                            public void step(StepReport report) {
                                open.add(report.openTensors());
                            }
                        });

        assertThat(open).hasSize(60);
        assertThat(open.subList(19, 60)).containsOnly(open.get(19));
        assertThat(open.get(19)).isPositive();
    }
}
