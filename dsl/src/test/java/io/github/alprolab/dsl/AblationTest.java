package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.GroupedBars;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pre-training without some of its parts, each variant with several seeds. */
class AblationTest {
    @TempDir Path folder;

    @AfterEach
    void forget() {
        Tiny.forgetRuns();
    }

    @Test
    void killedInTheMiddleItGoesOnAndTellsTheSame() throws Exception {
        Path killed = folder.resolve("killed");
        Process child = AblationChild.start(killed);
        AblationChild.amid(child, killed, 2);
        child.destroyForcibly().waitFor();
        Map<Path, String> finished = finished(killed);
        assertThat(finished).as("finished before the end").isNotEmpty();

        Tiny.keepRunsIn(killed);
        assertThat(AblationChild.ablation().check().toString())
                .contains("finished, is loaded", "to run");
        Ablated resumed = AblationChild.ablation().run();
        for (Map.Entry<Path, String> run : finished.entrySet()) {
            assertThat(Files.readString(run.getKey())).isEqualTo(run.getValue());
        }
        assertThat(new RunStore(killed).named("parts")).hasSize(6);
        assertThat(new RunStore(killed).named("parts-search")).hasSize(6);

        Tiny.keepRunsIn(folder.resolve("straight"));
        Ablated straight = AblationChild.ablation().run();
        assertThat(resumed.table().toString()).isEqualTo(straight.table().toString());
        showsThePapersShape(straight);
    }

    /** Every {@code run.json} of a finished run, with what it says. */
    private static Map<Path, String> finished(Path runs) throws IOException {
        Map<Path, String> all = new TreeMap<>();
        for (RunFolder run : new RunStore(runs).all()) {
            if (run.state().state() == RunState.FINISHED) {
                Path file = run.path().resolve("run.json");
                all.put(file, Files.readString(file));
            }
        }
        return all;
    }

    private static void showsThePapersShape(Ablated ablated) {
        assertThat(ablated.table().columns())
                .containsExactly(
                        "VTC", "VTM", "R@1, %", "R@5, %", "R@10, %", "Median rank", "Δ R@1, %");
        assertThat(ablated.table().rows()).isEqualTo(3);
        assertThat(ablated.table().cell(0, 0)).isEqualTo("✓");
        assertThat(ablated.table().cell(0, 1)).isEqualTo("–");
        assertThat(ablated.table().cell(1, 6)).isEqualTo("full");
        assertThat(ablated.table().cell(1, 2)).matches("\\d+\\.\\d ± \\d+\\.\\d");
        assertThat(ablated.table().title())
                .contains("TEST, n = 16", "mean ± standard deviation of 2 seeds");
        GroupedBars bars = (GroupedBars) ablated.bars(Metric.R1, Metric.R5).picture();
        assertThat(bars.groups()).containsExactly("VTC", "VTC + VTM", "VTM");
        assertThat(bars.series().get(0).spreads()).hasSize(3);
    }

    @Test
    void objectivesAreAddedOneByOneAndThenEachIsTakenAway() {
        Tiny.keepRunsIn(folder);
        Pretraining three =
                Quick.pretraining("three")
                        .losses(Losses.of(Objective.VTC, Objective.VTM, Objective.MLM));
        assertThat(Ablation.objectives(three).check().toString())
                .containsSubsequence(
                        "VTC              to run",
                        "VTC + VTM        to run",
                        "VTC + VTM + MLM  to run",
                        "VTC + MLM        to run",
                        "VTM + MLM        to run")
                .contains("5, of which 0 are finished and 5 are to run");
    }

    @Test
    void whatHasNothingToTakeAwayIsRefused() {
        Tiny.keepRunsIn(folder);
        Pretraining one = Quick.pretraining("one").losses(Losses.of(Objective.VTC));
        assertThatThrownBy(() -> Ablation.objectives(one))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("has the objective VTC alone");
        assertThatThrownBy(() -> Ablation.templates(one))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("has no prompter that an objective hears");
    }

    @Test
    void attentionHasAVariantForEachKind() {
        Tiny.keepRunsIn(folder);
        String plan = Ablation.attention(Quick.pretraining("kinds")).seeds(1, 2).check().toString();
        assertThat(plan)
                .contains(
                        "DIVIDED · seed 1", "JOINT · seed 2", "SPACE_ONLY · seed 1", "6, of which");
    }

    @Test
    void entitiesAndTemplatesVaryThePrompter() {
        TrainedOnce trained = TrainedOnce.in(folder);
        Prompter prompter =
                Prompter.from(Runs.prompter("teacher").best())
                        .entities(Entities.of("cat", "dog", "fox", "owl"));
        Pretraining taught =
                Experiment.pretraining("taught")
                        .pairs(trained.pairs())
                        .encoders(Tiny.ENCODERS)
                        .prompter(prompter)
                        .trainer(Tiny.TRAINER);
        assertThat(Ablation.entities(taught, 4, 2).check().toString())
                .contains("2 entities       to run", "4 entities       to run");
        assertThat(Ablation.templates(taught).check().toString())
                .contains(
                        "all 12           to run",
                        "the first alone  to run",
                        "the bare name    to run");
    }
}
