package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run ends when something happens to it: what is said, what is recorded, what is kept. */
class RunLifeTest {
    @TempDir static Path cache;
    @TempDir Path folder;

    private Path runs;
    private Pairs pairs;

    @BeforeEach
    void store() {
        Tiny.Listener.offered(Integer.MAX_VALUE);
        store(folder.resolve("runs"));
        pairs = Tiny.pairs(cache);
    }

    private void store(Path place) {
        runs = place;
        System.setProperty("alprolab.runs", runs.toString());
    }

    @AfterAll
    static void forget() {
        System.clearProperty("alprolab.runs");
    }

    @Test
    void aRetrievalThatFailsIsFailedWithItsReasonAndCanBeRunAgain() throws IOException {
        Checkpoint best = teacher().run().best();
        Path kept = best.path().resolveSibling("kept.alpro");
        Retrieval retrieval =
                Experiment.retrieval("search").pairs(pairs.only(Split.TEST)).from(best);
        // Told that measuring begins, somebody takes the model away.
        onNote("measuring", () -> Files.move(best.path(), kept));

        assertThatThrownBy(retrieval::run).hasMessageContaining("best.alpro is not there");
        RunStatus failed = only("search");
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.reason()).contains("best.alpro is not there");

        Tiny.Listener.offered(Integer.MAX_VALUE);
        Files.move(kept, best.path());
        assertThat(retrieval.run().state().state()).isEqualTo(RunState.FINISHED);
        assertThat(Files.list(runs.resolve("search"))).hasSize(1);
    }

    @Test
    void aRetrievalThatIsStoppedIsInterruptedAndMeasuredAnew() {
        Retrieval retrieval =
                Experiment.retrieval("search")
                        .pairs(pairs.only(Split.TEST))
                        .from(teacher().run().best());
        Tiny.Listener.offered(0);

        assertThatThrownBy(retrieval::run)
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped on request; run() measures anew");
        assertThat(only("search").state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(only("search").reason()).isEqualTo("stopped on request; run() measures anew");

        Tiny.Listener news = Tiny.Listener.offered(Integer.MAX_VALUE);
        assertThat(retrieval.run().state().state()).isEqualTo(RunState.FINISHED);
        assertThat(news.notes.get(0)).startsWith("measuring search · ");
    }

    @Test
    void twoSessionsCannotMeasureInOneFolder() {
        Retrieval retrieval =
                Experiment.retrieval("search")
                        .pairs(pairs.only(Split.TEST))
                        .from(teacher().run().best());
        RunFolder measured = new RunFolder(retrieval.run().folder());
        RunStatus status = measured.status().orElseThrow();
        measured.status(status.resumed());

        measured.alone(
                () ->
                        assertThatThrownBy(retrieval::run)
                                .isInstanceOf(AdviceException.class)
                                .hasMessageContaining("written by another session"));
    }

    @Test
    void afterAStopTheRecordSaysTheStepOfTheCheckpoint() throws IOException {
        Tiny.Listener.offered(3);
        PrompterRun stopped = teacher().run();

        assertThat(stopped.state().step()).isEqualTo(3).isEqualTo(kept(stopped.folder()).step());
    }

    @Test
    void afterSigtermTheRecordSaysTheStepOfTheCheckpoint() throws Exception {
        Path run = withChild(Process::destroy);

        RunStatus status = new RunFolder(run).status().orElseThrow();
        assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(status.reason()).isEqualTo("stopped on request; run() goes on from here");
        assertThat(status.step()).isPositive().isEqualTo(kept(run).step());
        assertThat(status.epoch()).isEqualTo(kept(run).epoch());
    }

    @Test
    void afterSigkillTheRunIsShownAsInterruptedAndGoesOn() throws Exception {
        Path run = withChild(Process::destroyForcibly);

        RunStatus status = new RunFolder(run).status().orElseThrow();
        assertThat(Files.readString(run.resolve("run.json"))).contains("RUNNING");
        assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(Runs.list().toString()).contains("INTERRUPTED").doesNotContain("RUNNING");
        assertThat(Runs.open(run).state().toString()).contains("ended without a word");

        Tiny.Listener news = Tiny.Listener.offered(1);
        Run resumed = TrainingChild.experiment(Tiny.pairs(cache)).run();
        assertThat(resumed.folder()).isEqualTo(run);
        assertThat(news.notes.get(0))
                .startsWith("resuming child · ")
                .endsWith("(its last session did not end)");
    }

    @Test
    void aRunsFolderThatIsMovedAwayEndsTheTrainingInWordsAndIsNotMadeAnew() throws IOException {
        Path moved = folder.resolve("moved");
        onStep(5, () -> Files.move(runs, moved));

        assertThatThrownBy(() -> teacher().run())
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("was moved or removed while it was written")
                .hasMessageContaining("ALPROLAB_RUNS");
        assertThat(runs).doesNotExist();

        store(moved);
        Tiny.Listener news = Tiny.Listener.offered(Integer.MAX_VALUE);
        assertThat(teacher().run().state().state()).isEqualTo(RunState.FINISHED);
        assertThat(news.notes.get(0)).contains("resuming teacher").contains("step 4");
    }

    @Test
    void aRunThatWasMovedAfterwardsSaysSo() throws IOException {
        PrompterRun run = teacher().run();
        Path moved = folder.resolve("moved");
        Files.move(runs, moved);

        assertThatThrownBy(run::state)
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("holds no run any more; it was moved or removed");
        Path place = moved.resolve(runs.relativize(run.folder()));
        assertThat(Runs.open(place).state().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aCacheThatIsDeletedWhileTrainingIsRenderedAgain() throws IOException {
        List<Double> straight = losses(teacher().run());
        Path other = folder.resolve("cache");
        pairs = Tiny.pairs(other);
        pairs.all();
        store(folder.resolve("others"));
        onNote("training", () -> delete(other));

        PrompterRun run = teacher().run();

        assertThat(run.state().state()).isEqualTo(RunState.FINISHED);
        assertThat(losses(run)).isEqualTo(straight);
    }

    @Test
    void aFullDiskEndsTheTrainingWithAdviceAndTheRunGoesOnWhenThereIsRoom() throws IOException {
        try (SmallDisk disk = SmallDisk.mountedOrSkip(folder.resolve("disk"))) {
            store(disk.path());
            onStep(5, disk::fill);

            assertThatThrownBy(() -> teacher().run())
                    .isInstanceOfSatisfying(
                            AdviceException.class, e -> assertThat(e.code()).isEqualTo("C21"))
                    .hasMessageContaining("is full: ")
                    .hasMessageContaining("What was written before is whole.")
                    .hasMessageContaining("Make room; then run() goes on from here");
            RunStatus failed = only("teacher");
            assertThat(failed.state()).isIn(RunState.FAILED, RunState.INTERRUPTED);
            assertThat(failed.step()).isEqualTo(4);

            disk.makeRoom();
            Tiny.Listener news = Tiny.Listener.offered(Integer.MAX_VALUE);
            assertThat(teacher().run().state().state()).isEqualTo(RunState.FINISHED);
            assertThat(news.notes.get(0)).contains("resuming teacher").contains("step 4");
        }
    }

    @Test
    void resumingNeedsNoRoomForWhatLiesThereAlready() throws IOException {
        try (SmallDisk disk = SmallDisk.mountedOrSkip(folder.resolve("disk"))) {
            store(disk.path());
            Tiny.Listener.offered(5);
            Path checkpoints = teacher().run().folder().resolve("checkpoints");
            long held = bytes(checkpoints);
            disk.fill();
            assertThat(teacher().check().all().toString())
                    .contains("✗ C21", "lie there, 0.0 MiB are free");
            disk.makeRoom();
            // All that a training ever needs is 10 of what a model has, and 7 of it lies there.
            disk.fillUpTo(held / 7 * 3 + (1 << 17));

            assertThat(teacher().check().all().toString())
                    .contains("✓ C21")
                    .contains(" lie there, ");
            assertThatThrownBy(() -> teacher().again()).hasMessageContaining("C21");
            Tiny.Listener.offered(Integer.MAX_VALUE);
            assertThat(teacher().run().state().state()).isEqualTo(RunState.FINISHED);
            disk.makeRoom();
            disk.fill();
            assertThat(teacher().run().state().state()).isEqualTo(RunState.FINISHED);
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        }
    }

    @Test
    void aDiskThatBecomesReadOnlyEndsTheTrainingWithAdviceAndIsShownAsInterrupted()
            throws IOException {
        try (SmallDisk disk = SmallDisk.mountedOrSkip(folder.resolve("disk"))) {
            store(disk.path());
            onStep(4, disk::readOnly);

            assertThatThrownBy(() -> teacher().run())
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContaining("may not be written: ")
                    .hasMessageContaining("Allow this user to write there");
            assertThat(only("teacher").state()).isEqualTo(RunState.INTERRUPTED);
            Tiny.Listener.offered(Integer.MAX_VALUE);
            assertThatThrownBy(() -> teacher().run())
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContaining("may not be written: ");

            disk.writable();
            assertThat(teacher().run().state().state()).isEqualTo(RunState.FINISHED);
        }
    }

    @Test
    void aDivergingTrainingIsFailedWithItsReason() {
        PrompterTraining diverging = teacher().trainer(t -> t.learningRate(1e30).warmup(0));

        assertThatThrownBy(diverging::run).hasMessageContaining("No checkpoint was written before");
        assertThat(only("teacher").state()).isEqualTo(RunState.FAILED);
        assertThat(only("teacher").reason()).startsWith("The loss at step 2 is ");
    }

    private PrompterTraining teacher() {
        return Experiment.prompter("teacher")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER);
    }

    /** What {@code run.json} of the only run of a name says. */
    private RunStatus only(String name) {
        try (Stream<Path> all = Files.list(runs.resolve(name))) {
            List<Path> found = all.toList();
            assertThat(found).hasSize(1);
            return new RunFolder(found.get(0)).status().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckpointManifest kept(Path run) throws IOException {
        return CheckpointManifest.read(run.resolve("checkpoints").resolve("last.alpro"));
    }

    private static List<Double> losses(Run run) {
        return new RunFolder(run.folder())
                .metrics().stream()
                        .filter(r -> r.metric().equals("VTC_LOSS"))
                        .map(r -> r.value())
                        .toList();
    }

    /** The run of a child process, which is ended in the middle of an epoch. */
    private Path withChild(Consumer<Process> end) throws Exception {
        Process child = TrainingChild.start(runs, cache);
        try {
            Path run = TrainingChild.afterSteps(child, runs, 6);
            end.accept(child);
            child.waitFor();
            return run;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /** Something that happens to files. */
    private interface Event {
        void happen() throws IOException;
    }

    private static void onStep(int step, Event event) {
        offer(
                note -> {},
                done -> {
                    if (done == step) {
                        happen(event);
                    }
                });
    }

    private static void onNote(String beginning, Event event) {
        offer(
                note -> {
                    if (note.startsWith(beginning)) {
                        happen(event);
                    }
                },
                done -> {});
    }

    private static void happen(Event event) {
        try {
            event.happen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void offer(Consumer<String> notes, IntConsumer steps) {
        FrontEnd.offer(
                () ->
                        new Progress() {
                            @Override
                            public void show(State state, Supplier<Optional<Figure>> chart) {
                                if (state.unit().equals("steps")) {
                                    steps.accept(state.done());
                                }
                            }

                            @Override
                            public void note(String line) {
                                notes.accept(line);
                            }

                            @Override
                            public boolean stopRequested() {
                                return false;
                            }

                            @Override
                            public void close() {
                                // Nothing is held.
                            }
                        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
