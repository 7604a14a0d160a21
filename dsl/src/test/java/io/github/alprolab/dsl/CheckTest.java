package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check()} of whole experiments: all faults at once, before any compute. */
class CheckTest {
    @TempDir static Path cache;
    @TempDir Path runs;

    private Pairs pairs;

    @BeforeEach
    void quiet() {
        Tiny.Listener.offered(Integer.MAX_VALUE);
        System.setProperty("alprolab.runs", runs.toString());
        pairs = Tiny.pairs(cache);
    }

    @AfterAll
    static void forget() {
        System.clearProperty("alprolab.runs");
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingRuns() {
        Pretraining wrong =
                Experiment.pretraining("wrong")
                        .pairs(pairs.size(40))
                        .encoders(Encoders.tiny().width(130))
                        .trainer(t -> t.batch(1));

        assertThat(wrong.check().all().toString())
                .contains("✗ C01  PEM needs pseudo-labels and no prompter is set.")
                .contains("✗ C04  size 40 is not a multiple of patch 16.  → .size(32) or .size(48)")
                .contains("✗ C05  Video width 130 cannot be shared by 4 heads.")
                .contains("✗ C06  A batch of 1 has no negatives.");
        assertThatThrownBy(wrong::run)
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C01", "C04", "C05", "C06", "nothing was run");
        assertThat(Files.exists(runs.resolve("wrong"))).isFalse();
    }

    @Test
    void aPassingCheckShowsTheCost() {
        Report report =
                Experiment.pretraining("fine")
                        .pairs(pairs)
                        .encoders(Tiny.ENCODERS)
                        .losses(Losses.of(Objective.VTC, Objective.MLM))
                        .trainer(Tiny.TRAINER)
                        .check();

        assertThat(report.passed()).isTrue();
        assertThat(report.all().toString())
                .contains("✓ C01  Nothing is missing for VTC, MLM.")
                .containsPattern("steps +8\n")
                .containsPattern("parameters +\\d+ thousand trainable\n")
                .containsPattern("tokens +9 a clip, at most 30 a caption\n");
    }

    @Test
    void anEmptySplitIsAFault() {
        assertThat(training(pairs.only(Split.TEST)).check().all().toString())
                .contains("✗ C10  TRAIN has 0 pairs; training needs some.");
    }

    @Test
    void aBatchThatDoesNotFallIntoChunksIsAFault() {
        Trainer trainer = Tiny.TRAINER;
        int batch = trainer.batch();

        assertThat(training(pairs).trainer(trainer.chunks(batch)).check().all().toString())
                .contains("✓ C43  Memory is that of 1 clips");
        assertThat(training(pairs).trainer(trainer.chunks(batch + 1)).check().all().toString())
                .contains(
                        "✗ C43  A batch of %d clips does not fall into %d equal chunks."
                                .formatted(batch, batch + 1));
    }

    @Test
    void otherSettingsUnderTheSameNameAreListed() {
        training(pairs).run();
        assertThat(training(pairs).trainer(Tiny.TRAINER.epochs(3)).check().all().toString())
                .contains("C24")
                .contains("the newest differs in: trainer.epochs 2 → 3");
        assertThat(training(pairs).trainer(Tiny.TRAINER.accumulate(2)).check().all().toString())
                .contains("the newest differs in: trainer.accumulate 1 → 2");
    }

    @Test
    void retrievalLooksAtTheCheckpointAndTheSplit() {
        Checkpoint checkpoint = training(pairs).run().best();
        Retrieval retrieval = Experiment.retrieval("search").pairs(pairs).from(checkpoint);

        assertThat(retrieval.pairs(pairs.frames(4)).check().all().toString())
                .contains("Temporal positions 2 → 4 will be interpolated");
        assertThat(retrieval.pairs(pairs.size(48)).check().all().toString())
                .contains("! C16  Spatial positions 2 x 2 → 3 x 3 are resized");
        assertThat(retrieval.pairs(pairs.size(40)).check().all().toString())
                .contains("✗ C16  The checkpoint was trained on frames of 32 pixels");
        assertThat(retrieval.pairs(pairs.only(Split.TRAIN)).check().all().toString())
                .contains("C25  R@k on TRAIN measures memory, not retrieval.");
        assertThat(retrieval.pairs(pairs.only(Split.TEST)).check().passed()).isTrue();
    }

    private static PrompterTraining training(Pairs pairs) {
        return Experiment.prompter("teacher")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER);
    }
}
