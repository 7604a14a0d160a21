package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.CostEstimate;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.training.Smoke;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is tried out says what it takes, and is the same as one that was not. */
class SmokeTrainingTest {
    private final Pairs pairs = Pairs.of(Datasets.colours(64, 16, 16)).frames(2).size(32);

    @TempDir Path folder;

    @BeforeEach
    void keepRuns() {
        Tiny.keepRunsIn(folder.resolve("runs"));
    }

    @AfterEach
    void forgetRuns() {
        Tiny.forgetRuns();
    }

    private Pretraining pretraining(String name, int seed) {
        return Experiment.pretraining(name)
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .losses(Losses.of(Objective.VTC, Objective.VTM, Objective.MLM))
                .trainer(Tiny.TRAINER.seed(seed));
    }

    @Test
    void itLeavesNoTraceAndTheTrainingIsTheSameAsWithout() {
        List<String> without = Tiny.figures(pretraining("without", 3).run().folder());

        Smoke smoke = pretraining("with", 3).smoke();

        assertThat(folder.resolve("runs/with")).doesNotExist();
        assertThat(smoke.figures().times().perEpoch()).isEqualTo(8);
        assertThat(Tiny.figures(pretraining("with", 3).run().folder())).isEqualTo(without);
    }

    @Test
    void theCheckTellsWhatWasMeasuredOfThisConfigurationAlone() {
        Pretraining tried = pretraining("tried", 4);
        assertThat(tried.check().toString())
                .containsPattern(
                        "time +≈ .* \\(rough, from the sizes and a probe of this machine: ");

        tried.smoke();

        assertThat(tried.check().toString())
                .containsPattern("time +≈ .* \\(measured by smoke\\(\\)\\)")
                .containsPattern("memory +.* at most in this process, measured by smoke\\(\\)");
        assertThat(tried.check().all().toString())
                .contains("C19  Needs ≈ ", "(measured by smoke())");
        assertThat(pretraining("tried", 5).check().toString()).doesNotContain("measured by");
    }

    @Test
    void theCheckTellsThePaceOfAnEarlierRunOfTheSameShape() {
        Pretraining run = pretraining("paced", 6).trainer(t -> t.epochs(4));
        run.run();

        assertThat(run.trainer(t -> t.seed(7).epochs(9)).check().toString())
                .containsPattern("time +≈ .* \\(from the pace of .*paced");
        assertThat(run.trainer(t -> t.batch(16)).check().toString())
                .containsPattern("time +≈ .* \\(rough");
    }

    @Test
    void itShowsLossesBesideChanceAndGradientsByPart() {
        Smoke smoke = pretraining("shown", 8).smoke();

        assertThat(smoke.losses().columns())
                .containsExactly(
                        "loss",
                        "update 1",
                        "update 2",
                        "validation",
                        "chance, and update 1 beside it");
        assertThat(smoke.losses().tablesaw().column("loss").asList())
                .isEqualTo(List.of("VTC loss", "VTM loss", "MLM loss", "Total loss"));
        assertThat(smoke.gradients().tablesaw().column("part").asList())
                .isEqualTo(List.of("video encoder", "text encoder", "fusion encoder", "heads"));
        assertThat(smoke.report().all().toString()).contains("C41  VTC loss begins at ", "C42");
        assertThat(smoke.show().part(Part.HTML).orElseThrow().content())
                .contains("<table", "video encoder", "MLM loss");
        assertThat(smoke.seconds()).isPositive();
    }

    @Test
    void aPrompterIsTriedOutTooAndItsFusionEncoderHasNothingToLearn() {
        Smoke smoke =
                Experiment.prompter("teacher")
                        .pairs(pairs)
                        .encoders(Tiny.ENCODERS)
                        .trainer(Tiny.TRAINER)
                        .smoke();

        assertThat(smoke.report().all().toString())
                .contains("No gradient reaches the fusion encoder");
    }

    @Test
    void whatTheCheckRefusesIsNotTriedOut() {
        assertThatThrownBy(() -> pretraining("empty", 1).pairs(pairs.only(Split.TEST)).smoke())
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("C10");
    }

    @Test
    void aTrainingSaysWhatItDoesBeforeItsFirstUpdate() {
        Tiny.Listener told = Tiny.Listener.offered(Integer.MAX_VALUE);
        pretraining("telling", 9).run();

        assertThat(told.doing)
                .containsSubsequence(
                        "opening the engine",
                        "making the model",
                        "decoding the first clips",
                        "the first update, for which the engine gets ready",
                        "epoch 1/2, measuring the validation data");
    }

    @Test
    void aTrainingThatIsOverIsNotShownAsMeasuring() {
        Tiny.Listener told = Tiny.Listener.offered(Integer.MAX_VALUE);
        pretraining("over", 9).run();

        assertThat(told.doing).last().isEqualTo("epoch 2/2");
    }

    @Test
    void adviceForTooLittleMemoryFits() {
        AlproConfig base = AlproConfig.base();
        CostEstimate estimate = CostEstimate.of(base, 231_000_000, 0, 3, 64, 30);
        TrainingCost cost =
                new TrainingCost(null, Trainer.adamW(1e-4).batch(64), base, estimate, 64);
        double small = estimate.bytes(16, false);
        double recomputed = estimate.bytes(8, true);

        assertThat(cost.advice(small)).startsWith(".chunks(4) ≈ ");
        assertThat(cost.advice(recomputed)).startsWith(".gradientCheckpointing().chunks(8) ≈ ");
        assertThat(cost.advice(estimate.weights()))
                .startsWith("Encoders.small(); weights, gradients and moments alone take 3.4 GiB");
        assertThat(cost.advice(1 << 20))
                .contains("no batch and no smaller encoders")
                .contains("fit");
    }
}
