package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.data.PairPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets that take turns: videos and still pictures, each labelled by its own prompts. */
class MixedTrainingTest {
    private static final Pairs VIDEOS = Pairs.of(new Snapshots(24, 6)).frames(2).size(32);
    private static final Pairs MIXED = VIDEOS.and(new Snapshots(16, 1), 0.5);

    @TempDir Path runs;

    @BeforeEach
    void store() {
        Tiny.keepRunsIn(runs);
    }

    @AfterAll
    static void forget() {
        Tiny.forgetRuns();
    }

    private static PrompterTraining teacher(Pairs pairs) {
        return Experiment.prompter("teacher")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER);
    }

    @Test
    void theyTrainAreRecordedAndGoOnBitForBit() throws IOException {
        PrompterRun straight = teacher(MIXED).run();
        System.setProperty("alprolab.runs", runs.resolve("stopped").toString());
        Tiny.Listener.offered(3);
        teacher(MIXED).run();
        Tiny.Listener.offered(Integer.MAX_VALUE);

        assertThat(Tiny.figures(teacher(MIXED).run().folder()))
                .isEqualTo(Tiny.figures(straight.folder()));
        assertThat(straight.state().step()).isEqualTo(10);
        assertThat(Files.readString(straight.folder().resolve("experiment.json")))
                .containsPattern(
                        "\"and\": \\[\\s*\\{\\s*\"name\": \"snapshots\",\\s*\"share\": 0.5");
        assertThat(Files.readString(straight.folder().resolve("data.json")))
                .containsPattern("\"mixture\"[^]]*\"takes\"[^]]*\"snapshots\"");
    }

    @Test
    void everyKindIsLabelledByItsOwnPrompts() {
        Checkpoint model = teacher(MIXED).run().best();
        Templates other = Templates.of("Nothing like a {}.", "Some {} or other.");
        Prompter prompter = Prompter.from(model).entities(Entities.of("red", "green", "blue"));

        assertThat(student(MIXED, prompter.imageTemplates(other)))
                .isNotEqualTo(student(MIXED, prompter));
        assertThat(student(VIDEOS, prompter.imageTemplates(other)))
                .isEqualTo(student(VIDEOS, prompter));
        assertThat(student(VIDEOS, prompter.templates(other)))
                .isNotEqualTo(student(VIDEOS, prompter));
        Pairs stills = Pairs.of(new Snapshots(16, 1)).frames(2).size(32);
        assertThat(prompter.pseudoLabels(stills.sample(2)).picture().words())
                .isNotEqualTo(
                        prompter.imageTemplates(other)
                                .pseudoLabels(stills.sample(2))
                                .picture()
                                .words());
    }

    private static List<String> student(Pairs pairs, Prompter prompter) {
        return Tiny.figures(
                Experiment.pretraining("student")
                        .pairs(pairs)
                        .encoders(Tiny.ENCODERS)
                        .losses(Losses.of(Objective.VTC, Objective.PEM.ignoreBelow(0)))
                        .prompter(prompter)
                        .trainer(Tiny.TRAINER)
                        .run()
                        .folder());
    }

    @Property(tries = 50)
    void sharesAddUpAndThoseBeforeShareTheRest(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double first,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double second) {
        List<PairPart> parts =
                VIDEOS.and(new Snapshots(2, 1), first)
                        .and(new Snapshots(3, 1), second)
                        .parts(Split.TRAIN);

        assertThat(parts.stream().mapToDouble(PairPart::share).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(parts.get(2).share()).isEqualTo(second);
        assertThat(parts.get(1).share() / parts.get(0).share())
                .isBetween(first / (1 - first) * 0.999999, first / (1 - first) * 1.000001);
    }

    @Test
    void pairsHaveAllOfThemAndALimitHoldsForEach() {
        assertThat(MIXED.pairs(Split.TRAIN)).hasSize(40);
        assertThat(MIXED.limit(5).pairs(Split.TRAIN))
                .extracting(Pair::id)
                .hasSize(10)
                .contains("takes-TRAIN-4", "snapshots-TRAIN-4");
        assertThat(MIXED.unreadable(UnreadableClips.SKIP).pairs(Split.TRAIN)).hasSize(40);
        assertThat(MIXED.describe().title()).startsWith("takes 50.0 %, snapshots 50.0 % · ");
        assertThat(MIXED.hash()).isNotEqualTo(VIDEOS.hash());
        assertThat(VIDEOS.pairs(Split.TRAIN)).hasSize(24);
    }

    @Test
    void theCheckLooksAtEachDataSet() {
        assertThat(teacher(MIXED).check().all().toString())
                .contains("✓ C31  Every update is of one data set: takes 50.0 %, snapshots 50.0 %.")
                .contains("✓ C09");
        assertThat(teacher(VIDEOS.and(new Snapshots(6, 1), 0.1)).check().all().toString())
                .contains("✗ C31  snapshots has 6 training pairs and an update of it takes 8.")
                .contains(".batch(6)");
        Pairs pool = Pairs.of(new Snapshots(24, 6), new Snapshots(16, 1)).frames(2).size(32);
        assertThat(teacher(pool).check().all().toString())
                .contains("! C31  takes + snapshots holds videos and still pictures")
                .contains("Pairs.of(videos).and(pictures, 0.5)");
        assertThat(teacher(VIDEOS).check().all().toString()).doesNotContain("C31");
    }

    @Test
    void aShareOfNothingOrOfEverythingIsRefusedWhereItIsTyped() {
        for (double wrong : new double[] {0, 1, -0.5, Double.NaN}) {
            assertThatThrownBy(() -> VIDEOS.and(new Snapshots(16, 1), wrong))
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContainingAll(
                            "C27",
                            "and(snapshots, " + wrong + ") is given",
                            "allowed is a data set and a share above 0 and below 1",
                            ".and(pictures, 0.5)");
        }
    }
}
