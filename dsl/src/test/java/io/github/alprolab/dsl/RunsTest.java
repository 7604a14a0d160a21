package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Level;
import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.GroupedBars;
import io.github.alprolab.dsl.listening.RunListener;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.record.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished runs: listed, opened, compared, kept as one file, repeated, deleted. */
class RunsTest {
    @TempDir static Path folder;
    private static PretrainingRun run;
    private static PretrainingRun longer;
    private static RetrievalRun search;

    @BeforeAll
    static void train() {
        Tiny.keepRunsIn(folder.resolve("runs"));
        run = Quick.pretraining("quick").run();
        longer = Quick.pretraining("quick").trainer(t -> t.epochs(3)).run();
        search = retrieval(run).run();
    }

    @AfterAll
    static void forget() {
        Tiny.forgetRuns();
    }

    private static Retrieval retrieval(PretrainingRun trained) {
        return Experiment.retrieval("quick-search")
                .pairs(Quick.PAIRS.only(Split.TEST))
                .from(trained.best());
    }

    @Test
    void theListNamesWhatDiffersAndTheBestFigure() {
        String list = Runs.list().toString();
        assertThat(list)
                .contains("quick", "epochs 2", "epochs 3", "R@1, % ", " on VALIDATION", " on TEST");
        assertThat(Runs.list().sortOn("-epochs").tablesaw().longColumn("epochs").getLong(0))
                .isEqualTo(3);
        assertThat(Runs.list().tablesaw().doubleColumn("size, MiB").min()).isPositive();
        assertThatThrownBy(() -> Runs.list().sortOn("price"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its columns are [name, kind,");
    }

    @Test
    void theLatestRunOfANameHasCurvesWhateverItsKind() {
        assertThat(Runs.latest("quick").folder()).isEqualTo(longer.folder());
        assertThat(Runs.latest("quick").curves().toString()).contains("VTC loss");
        assertThat(Runs.pretraining("quick").accuracies().toString()).contains("VTM accuracy");
        assertThatThrownBy(() -> Runs.latest("quick-search").curves())
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("there is no training to draw");
    }

    @Test
    void aMeasurementIsOpenedByNameAndByFolder() {
        RetrievalRun byName = Runs.retrieval("quick-search");
        assertThat(byName.metrics().toString()).isEqualTo(search.metrics().toString());
        assertThat(byName.scored()).isEqualTo(search.scored());
        assertThat(Runs.open(search.folder())).isInstanceOf(RetrievalRun.class);
        assertThat(Scored.firstOf(byName.scored(), List.of(Metric.R5)).orElseThrow().split())
                .isEqualTo("TEST");
    }

    @Test
    void aNameOfAnotherKindIsAnsweredWithItsKind() {
        assertThatThrownBy(() -> Runs.prompter("quick"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining(
                        "No finished prompter is named “quick”, which is a pretraining")
                .hasMessageContaining("Runs.pretraining(\"quick\")");
        assertThatThrownBy(() -> Runs.prompter("nobody"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("Experiment.prompter(\"nobody\")");
    }

    @Test
    void aComparisonShowsWhatDiffersAloneAndEveryFigureWithItsDifference() {
        Comparison comparison = Runs.compare(run, longer);

        assertThat(comparison.settings().rows()).isEqualTo(1);
        assertThat(comparison.settings().toString())
                .contains("epochs alone differs", "epochs", "2", "3");
        assertThat(comparison.table().toString()).contains("R@1, % · VALIDATION · n = 16");
        assertThat(comparison.check().findings())
                .allMatch(f -> f.level() == Level.FINE)
                .anyMatch(f -> f.text().contains("the comparison is fair"));
    }

    @Test
    void aComparisonOfSeveralThingsIsConfoundedInWords() {
        PretrainingRun other =
                Quick.pretraining("quick-other")
                        .pairs(Quick.PAIRS.limit(24))
                        .trainer(t -> t.seed(8))
                        .run();

        Comparison comparison = Runs.compare(run, other);

        assertThat(comparison.table().title()).contains("! confounded:", "seed", "limit");
        assertThat(comparison.check().toString())
                .contains("2 things differ", "measured on other clips");
    }

    @Test
    void comparedRunsAreDrawnTogether() {
        Curves curves = (Curves) Runs.compare(run, longer).curves(Metric.VTC_LOSS).picture();
        assertThat(curves.lines()).hasSize(2);
        assertThat(curves.lines().get(1).points()).hasSize(3);

        GroupedBars bars =
                (GroupedBars) Runs.compare(run, longer).bars(Metric.R1, Metric.R10).picture();
        assertThat(bars.groups()).containsExactly("quick · epochs 2", "quick · epochs 3");
        assertThat(bars.title()).isEqualTo("R@1, %, R@10, % · VALIDATION, n = 16");
        assertThat(bars.series()).hasSize(2);
        assertThatThrownBy(() -> Runs.compare(search, search).curves(Metric.VTC_LOSS))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("has no course over epochs");
    }

    @Test
    void theStateIsACardWithoutDigitsForMachines() {
        String card = run.state().show().part("text/html").orElseThrow().content();
        assertThat(card).contains("FINISHED", run.state().brief(), "epoch 2");
        assertThat(card).doesNotContain(run.state().hash()).doesNotContainPattern("\\.\\d{6}");
    }

    @Test
    void aRunInOneFileOpensAndComparesWhereNothingElseIs() throws IOException {
        Path zip = search.zip(folder.resolve("sent").resolve("search.zip"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(zip, elsewhere.resolve("search.zip"));

        Run opened = Runs.open(elsewhere.resolve("search.zip"));

        assertThat(opened.folder()).startsWith(elsewhere);
        assertThat(opened).isInstanceOf(RetrievalRun.class);
        assertThat(opened.scored()).isEqualTo(search.scored());
        assertThat(Runs.compare(search, opened).settings().rows()).isZero();
    }

    @Test
    void aRunWithoutItsModelIsStillComparedByItsRecord() throws IOException {
        Path copy = folder.resolve("copied").resolve("quick-search").resolve("11112222-1");
        Files.createDirectories(copy);
        for (String file :
                List.of("run.json", "experiment.json", "experiment.java", "scores.json")) {
            Files.copy(search.folder().resolve(file), copy.resolve(file));
        }

        Run opened = Runs.open(copy);

        assertThat(opened).isInstanceOf(RecordedRun.class);
        assertThat(opened.scored()).isEqualTo(search.scored());
        assertThat(opened.metrics().toString()).contains("R@5, %");
        assertThat(Runs.compare(search, opened).table().toString()).contains("equal");
        assertThatThrownBy(opened::best).isInstanceOf(AdviceException.class);
    }

    @Test
    void aRunIsReproducedInAnotherFolderOfRunsToTheLastBit() {
        Path other = folder.resolve("other-runs");
        Tiny.keepRunsIn(other);
        try {
            Reproduction training = Runs.open(run.folder()).reproduce();
            assertThat(training.run().folder()).startsWith(other);
            assertThat(training.isExact()).as(training.toString()).isTrue();
            assertThat(training.toString()).contains("figures are equal");

            Reproduction measuring = Runs.open(search.folder()).reproduce();
            assertThat(measuring.isExact()).as(measuring.toString()).isTrue();
            assertThat(measuring.run().folder()).startsWith(other);
        } finally {
            Tiny.keepRunsIn(folder.resolve("runs"));
        }
    }

    @Test
    void anotherExperimentIsReproducedWithItsDifferences() {
        Reproduction other =
                run.reproduce(Quick.pretraining("quick-again").trainer(t -> t.seed(9)));
        assertThat(other.isExact()).isFalse();
        assertThat(other.toString()).contains("trainer.seed 7 → 9", "largest difference is");
    }

    @Test
    void aRunThatOthersStartFromIsNotDeletedBeforeThem() {
        PretrainingRun start = Quick.pretraining("start").trainer(t -> t.epochs(1)).run();
        Experiment.retrieval("user").pairs(Quick.PAIRS.only(Split.TEST)).from(start.best()).run();

        assertThatThrownBy(() -> Runs.delete(start))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("are used by “user”")
                .hasMessageContaining("Runs.delete(\"user\") first");
        assertThat(start.folder()).exists();

        assertThat(Runs.delete("user").toString()).contains("Deleted from the disk", "retrieval");
        assertThat(Runs.delete(start).rows()).isEqualTo(1);
        assertThat(start.folder().getParent()).doesNotExist();
        assertThatThrownBy(() -> Runs.delete("start"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("No run is named “start”");
    }

    @Test
    void aTrainingTellsThoseWhoListenWithoutBeingAnotherOne() {
        List<String> told = new ArrayList<>();
        Pretraining experiment = Quick.pretraining("heard").trainer(t -> t.epochs(1));

        PretrainingRun heard = experiment.run(new Ear(told), new Deaf());

        assertThat(told).startsWith("begins RUNNING").endsWith("ended FINISHED");
        assertThat(told).hasSize(2 + new RunFolder(heard.folder()).metrics().size());
        assertThat(heard.state().hash()).isEqualTo(experiment.hash());
        assertThat(experiment.run().folder()).isEqualTo(heard.folder());
    }

    private record Ear(List<String> told) implements RunListener {
        @Override
        public void begins(RunFolder folder, RunStatus status) {
            told.add("begins " + status.state());
        }

        @Override
        public void measured(MetricRow row) {
            told.add(row.metric());
        }

        @Override
        public void ended(RunFolder folder, RunStatus status) {
            told.add("ended " + status.state());
        }
    }

    private record Deaf() implements RunListener {
        @Override
        public void begins(RunFolder folder, RunStatus status) {
            throw new IllegalStateException("I hear nothing");
        }

        @Override
        public void measured(MetricRow row) {
            throw new AssertionError("one that failed is told no more");
        }

        @Override
        public void ended(RunFolder folder, RunStatus status) {
            throw new AssertionError("one that failed is told no more");
        }
    }

    @Test
    void aMeasurementThatFailsIsFailedAndSaysWhy() {
        Retrieval retrieval =
                Experiment.retrieval("fails")
                        .pairs(Pairs.of(new Lost()).frames(2).size(32).only(Split.TEST))
                        .from(run.best());

        assertThatThrownBy(retrieval::run).hasMessageContaining("the disk is gone");

        Run failed = Runs.open(new RunStore(folder.resolve("runs")).named("fails").get(0).path());
        assertThat(failed.state().state()).isEqualTo(RunState.FAILED);
        assertThat(failed.state().reason()).contains("the disk is gone");
        assertThat(Runs.list().toString()).contains("FAILED").doesNotContain("RUNNING");
    }

    /** Coloured clips that can be looked at and not be read, as those of a disk that went. */
    private record Lost() implements PairDataset {
        @Override
        public String name() {
            return "lost";
        }

        @Override
        public String hash() {
            return "1".repeat(64);
        }

        @Override
        public List<Pair> pairs(Split split) {
            return Datasets.colours(8, 8, 8).pairs(split).stream()
                    .map(p -> new Pair(p.id(), split, new Gone(p.clip()), p.captions(), p.truth()))
                    .toList();
        }
    }

    private record Gone(ClipSource clip) implements ClipSource {
        @Override
        public String id() {
            return clip.id();
        }

        @Override
        public int frameCount() {
            return clip.frameCount();
        }

        @Override
        public double framesPerSecond() {
            return clip.framesPerSecond();
        }

        @Override
        public Frames frames(int[] indices, int size) {
            if (size > 1) {
                throw new ClipException(Path.of(id()), "the disk is gone");
            }
            return clip.frames(indices, size);
        }
    }
}
