package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.TrainConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that goes on in its folder; kills from outside are in the module {@code bench}. */
class ResumingTest {
    private static final TrainConfig CONFIG = SmallPretraining.config(6);
    private static final TrainConfig OFTEN = CONFIG.with(TrainConfig.CHECKPOINT, 3);

    @TempDir Path folder;
    private SmallPretraining training;

    @BeforeEach
    void prompter() throws IOException {
        training = new SmallPretraining(folder);
    }

    @Test
    void aStoppedTrainingGoesOnAsIfItHadNotStopped() throws IOException {
        List<Double> straight = training.run("straight").losses();

        var stopped = training.run("broken", 5);
        var resumed = training.run("broken");

        assertThat(stopped.outcome().finished()).isFalse();
        assertThat(stopped.outcome().step()).isEqualTo(5);
        assertThat(resumed.outcome().finished()).isTrue();
        assertThat(join(stopped.losses(), resumed.losses())).isEqualTo(straight);
    }

    @Test
    void aStoppedTrainingWithAccumulationGoesOnAtItsOwnBatch() throws IOException {
        training.with(CONFIG.with(TrainConfig.ACCUMULATE, 2));
        List<Double> straight = training.run("straight").losses();

        var stopped = training.run("broken", 3);
        var resumed = training.run("broken");

        assertThat(join(stopped.losses(), resumed.losses())).hasSize(12).isEqualTo(straight);
    }

    @Test
    void theLastTwoCheckpointsAndTheBestAreKept() throws IOException {
        training.with(OFTEN).run("run", 8);

        try (var files = Files.list(folder.resolve("run"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("last.alpro", "previous.alpro", "best.alpro");
        }
        assertThat(stepOf("last.alpro")).isEqualTo(8);
        assertThat(stepOf("previous.alpro")).isEqualTo(6);
        assertThat(stepOf("best.alpro")).isIn(4, 8);
    }

    @Test
    void aDamagedNewestCheckpointIsPassedOverAndTheOneBeforeGivesTheSameLosses()
            throws IOException {
        List<Double> straight = training.run("straight").losses();
        training.with(OFTEN).run("run", 7);
        damage(folder.resolve("run").resolve("last.alpro"));

        var resumed = training.run("run");

        assertThat(resumed.notes())
                .singleElement()
                .asString()
                .contains("last.alpro is damaged")
                .contains("goes on from the checkpoint before it, at step 6");
        assertThat(resumed.steps().get(0).step()).isEqualTo(7);
        assertThat(resumed.losses()).isEqualTo(straight.subList(6, straight.size()));
        assertThat(stepOf("previous.alpro")).isEqualTo(21);
        assertThat(folder.resolve("run").resolve("damaged.alpro")).exists();
    }

    /** As after a kill between the two moves of a checkpoint. */
    @Test
    void aMissingNewestCheckpointIsNoLossEither() throws IOException {
        List<Double> straight = training.run("straight").losses();
        training.with(OFTEN).run("run", 7);
        Files.delete(folder.resolve("run").resolve("last.alpro"));

        var resumed = training.run("run");

        assertThat(resumed.notes()).singleElement().asString().contains("last.alpro is not there");
        assertThat(resumed.losses()).isEqualTo(straight.subList(6, straight.size()));
    }

    @Test
    void aDamagedBestIsReplacedByTheNextEpochs() throws IOException {
        training.run("run", 5);
        damage(folder.resolve("run").resolve("best.alpro"));

        var resumed = training.run("run");

        assertThat(resumed.notes()).singleElement().asString().contains("best.alpro is damaged");
        assertThat(stepOf("best.alpro")).isGreaterThanOrEqualTo(8);
    }

    @Test
    void withoutAWholeCheckpointNothingIsTrained() throws IOException {
        training.with(OFTEN).run("run", 7);
        damage(folder.resolve("run").resolve("last.alpro"));
        damage(folder.resolve("run").resolve("previous.alpro"));

        assertThatThrownBy(() -> training.run("run"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Neither checkpoint is whole")
                .hasMessageContaining("last.alpro is damaged")
                .hasMessageContaining("previous.alpro is damaged");
    }

    @Test
    void aCheckpointOfOtherSettingsIsRefusedByTheirNames() throws IOException {
        training.run("run", 5);

        training.with(CONFIG.with(TrainConfig.ACCUMULATE, 2).likeReferenceCode());
        assertThatThrownBy(() -> training.run("run"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("accumulate was 1 and is 2")
                .hasMessageContaining("quirks was []")
                .hasMessageContaining("steps was 24 and is 12")
                .hasMessageContaining("in another folder");
    }

    private int stepOf(String file) throws IOException {
        return CheckpointManifest.read(folder.resolve("run").resolve(file)).step();
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static List<Double> join(List<Double> first, List<Double> second) {
        List<Double> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
