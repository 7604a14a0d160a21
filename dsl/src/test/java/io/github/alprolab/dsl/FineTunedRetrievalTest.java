package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A retrieval that trains on TRAIN first and is measured on the split that is left. */
class FineTunedRetrievalTest extends OnTrainedModel {
    @Test
    void itTrainsFromTheCheckpointAndMeasuresTheBestEpochOnTest() throws IOException {
        Retrieval tuned = tuned("tuned");
        RetrievalRun run = tuned.run();
        RetrievalRun zeroShot = trained.retrieval().run();

        assertThat(run.state().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.metrics().title())
                .startsWith("Retrieval on TEST · 16 clips")
                .endsWith("by VTC · fine-tuned");
        assertThat(run.best().kind()).isEqualTo("retrieval");
        assertThat(run.best().path()).startsWith(run.folder());
        assertThat(zeroShot.best()).isEqualTo(trained.checkpoint());
        assertThat(Files.readString(run.folder().resolve("results/ranks.csv")))
                .isNotEqualTo(Files.readString(zeroShot.folder().resolve("results/ranks.csv")));
        assertThat(run.curves().toString()).contains("VTM");
        assertThat(Files.readString(run.folder().resolve("experiment.json")))
                .contains("\"learningRate\": 0.001");
        assertThat(tuned.check().all().toString())
                .contains(
                        "C25  Fine-tuned on 32 pairs of TRAIN, the best epoch chosen on VALIDATION, scored on TEST.");
        assertThat(Runs.open(run.folder()).metrics().toString())
                .isEqualTo(run.metrics().toString());
        assertThat(tuned.toString()).contains(".trainer(Trainer.adamW(0.001)");
        assertThat(tuned.hash())
                .isNotEqualTo(trained.retrieval().hash())
                .isNotEqualTo(tuned.trainer(t -> t.seed(8)).hash());
        assertThat(
                        Experiment.retrieval("again")
                                .pairs(trained.test())
                                .from(run.best())
                                .rescore(Rescoring.DUAL_SOFTMAX)
                                .run()
                                .metrics()
                                .toString()
                                .lines()
                                .skip(1))
                .as("the model can be measured by others, with the same figures")
                .containsExactlyElementsOf(run.metrics().toString().lines().skip(1).toList());
    }

    @Test
    void aFineTuningIsTriedOutAndARetrievalWithoutATrainerIsNot() {
        Retrieval tried = tuned("tried");
        assertThat(tried.smoke().losses().toString()).contains("VTC loss", "VTM loss");
        assertThat(tried.check().toString()).contains("(measured by smoke())");
        assertThat(Runs.list().show().plain()).doesNotContain("tried");
        assertThatThrownBy(() -> trained.retrieval().smoke()).hasMessageContaining("no trainer");
        assertThat(trained.retrieval().check().costs()).isEmpty();
    }

    @Test
    void stoppedInBetweenItGoesOnToTheSameFigures() {
        String straight = tuned("straight").run().metrics().toString();
        Tiny.Listener.offered(3);
        RetrievalRun stopped = tuned("broken").run();
        assertThat(stopped.state().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(stopped.toString()).contains("INTERRUPTED");
        assertThat(stopped.show().plain())
                .contains("INTERRUPTED", "stopped on request; run() goes on from here");
        assertThat(stopped.last().path()).startsWith(stopped.folder());
        Tiny.Listener.offered(Integer.MAX_VALUE);
        RetrievalRun resumed = tuned("broken").run();
        assertThat(resumed.folder()).isEqualTo(stopped.folder());
        assertThat(resumed.metrics().toString()).isEqualTo(straight);
    }

    @Test
    void whatAStoppedFineTuningHasNotMeasuredItSaysInWords() {
        Tiny.Listener.offered(3);
        RetrievalRun stopped = tuned("unmeasured").run();
        Tiny.Listener.offered(Integer.MAX_VALUE);

        for (ThrowingCallable asked :
                List.<ThrowingCallable>of(
                        stopped::metrics,
                        stopped::results,
                        stopped::ranks,
                        stopped::similarity,
                        () -> stopped.misses(3),
                        () -> stopped.search("a dog moves left", 2))) {
            assertThatThrownBy(asked)
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContaining("“unmeasured” was stopped at epoch 0")
                    .hasMessageContaining("experiment.run() goes on");
        }
        stopped.close();
    }

    @Test
    void itIsReproducedToTheLastBit() {
        RetrievalRun run = tuned("repeated").run();
        Reproduction again = Runs.open(run.folder()).reproduce();

        assertThat(again.isExact()).as(again.toString()).isTrue();
        assertThat(again.run()).isInstanceOf(RetrievalRun.class);
        assertThat(again.run().folder()).isNotEqualTo(run.folder());
    }

    @Test
    void withoutATrainerThereIsNoTrainingToEditOrToDraw() {
        assertThatThrownBy(() -> trained.retrieval().trainer(t -> t.seed(1)))
                .hasMessageContaining("no trainer");
        assertThatThrownBy(() -> trained.retrieval().run().curves())
                .hasMessageContaining("no training to draw");
    }

    @Test
    void theTestSplitIsMeasuredWhereNoneWasChosenAndOthersAreWarnedOf() {
        Retrieval all = tuned("all").pairs(p -> p.only(Split.TRAIN));
        assertThat(all.check().all().toString()).contains("! C25", "R@k on TRAIN measures memory.");
        assertThat(tuned("frames").pairs(p -> p.frames(4)).pairs().frames()).isEqualTo(4);
    }

    private static Retrieval tuned(String name) {
        return Experiment.retrieval(name)
                .pairs(trained.test())
                .from(trained.checkpoint())
                .trainer(Tiny.TRAINER)
                .rescore(Rescoring.DUAL_SOFTMAX);
    }
}
