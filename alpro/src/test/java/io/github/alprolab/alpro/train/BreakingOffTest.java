package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.TrainConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training that breaks off says, and what it has kept by then. */
class BreakingOffTest {
    @TempDir Path folder;
    private final List<Integer> saved = new ArrayList<>();

    @Test
    void divergenceBeforeTheFirstCheckpointSpeaksOfNone() {
        assertThatThrownBy(() -> train(diverging(), 99))
                .hasMessageMatching(
                        "The loss at step \\d is (NaN|Infinity)\\. No checkpoint was written"
                                + " before; train with a smaller learning rate\\.");
    }

    @Test
    void divergenceSaysFromWhichStepTheLastCheckpointIs() {
        assertThatThrownBy(() -> train(diverging().with(TrainConfig.CHECKPOINT, 1), 99))
                .hasMessageMatching(
                        "The loss at step (\\d) is (NaN|Infinity)\\. The last checkpoint, of step"
                                + " \\d, is from before; train with a smaller learning rate\\.");
        assertThat(saved).isNotEmpty();
    }

    @Test
    void everyCheckpointIsToldWithItsStepAlsoTheOneThatIsResumedFrom() throws IOException {
        TrainingOutcome stopped = train(SmallPretraining.config(2), 3);
        assertThat(stopped.step()).isEqualTo(3);
        assertThat(saved).containsExactly(2, 3);
        assertThat(CheckpointManifest.read(stopped.last()).step()).isEqualTo(3);

        saved.clear();
        train(SmallPretraining.config(2), 99);

        assertThat(saved).containsExactly(3, 4);
    }

    /** Plain JShell stops what runs by interrupting its thread. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTrainingWhoseThreadIsInterruptedStillWritesItsLastCheckpoint(boolean asked)
            throws IOException {
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void step(StepReport report) {
                        Thread.currentThread().interrupt();
                    }

                    @Override
                    public boolean stopRequested() {
                        return asked && Thread.currentThread().isInterrupted();
                    }
                };
        TrainingOutcome outcome = train(SmallPretraining.config(2), listener);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.finished()).isFalse();
        assertThat(CheckpointManifest.read(outcome.last()).step()).isEqualTo(1);
    }

    private static TrainConfig diverging() {
        return SmallPretraining.config(2)
                .with(TrainConfig.LEARNING_RATE, 1e30)
                .with(TrainConfig.WARMUP, 0.0);
    }

    private TrainingOutcome train(TrainConfig config, int stopAfter) throws IOException {
        return train(
                config,
                new TrainingListener() {
                    private int steps;

                    @Override
                    public void step(StepReport report) {
                        steps++;
                    }

                    @Override
                    public void saved(int step, int epoch) {
                        saved.add(step);
                    }

                    @Override
                    public boolean stopRequested() {
                        return steps >= stopAfter;
                    }
                });
    }

    private TrainingOutcome train(TrainConfig config, TrainingListener listener)
            throws IOException {
        return PrompterTrainer.run(
                SmallPretraining.SIZES, config, NoiseClips.data(16, 8), folder, listener);
    }
}
