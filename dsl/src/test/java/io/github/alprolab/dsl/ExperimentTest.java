package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.torch.TorchFile;
import io.github.alprolab.alpro.checkpoint.torch.TorchWriter;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.weights.WeightFile;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.show.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole experiments at a size of seconds: train, stop, resume, load, look. */
class ExperimentTest {
    @TempDir static Path cache;
    @TempDir Path runs;

    private Pairs pairs;

    @BeforeAll
    static void quiet() {
        Tiny.Listener.offered(Integer.MAX_VALUE);
    }

    @AfterAll
    static void forget() {
        System.clearProperty("alprolab.runs");
    }

    @BeforeEach
    void store() {
        System.setProperty("alprolab.runs", runs.toString());
        pairs = Tiny.pairs(cache);
    }

    @Test
    void aFinishedRunIsLoadedAndAgainTrainsBesideIt() {
        Tiny.Listener news = Tiny.Listener.offered(Integer.MAX_VALUE);
        PrompterRun first = teacher().run();
        int steps = news.states.size();
        PrompterRun second = teacher().run();
        PrompterRun third = teacher().again();

        assertThat(steps).isEqualTo(8);
        assertThat(first.state().state()).isEqualTo(RunState.FINISHED);
        assertThat(second.folder()).isEqualTo(first.folder());
        assertThat(third.folder()).isNotEqualTo(first.folder());
        assertThat(news.states).hasSize(2 * steps);
        assertThat(news.notes.get(0)).startsWith("training teacher · ");
        assertThat(news.notes.get(1)).startsWith("loaded finished run of ");
        assertThat(losses(third)).isEqualTo(losses(first));
    }

    @Test
    void aStoppedRunIsInterruptedAndGoesOnWithTheSameLosses() {
        Tiny.Listener.offered(Integer.MAX_VALUE);
        PrompterRun straight = teacher().run();
        System.setProperty("alprolab.runs", runs.resolve("stopped").toString());
        Tiny.Listener.offered(3);
        PrompterRun stopped = teacher().run();
        assertThat(stopped.state().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(stopped.state().reason()).contains("run() goes on");

        Tiny.Listener news = Tiny.Listener.offered(Integer.MAX_VALUE);
        PrompterRun resumed = teacher().run();

        assertThat(news.notes.get(0)).startsWith("resuming teacher · ");
        assertThat(resumed.folder()).isEqualTo(stopped.folder());
        assertThat(resumed.state().state()).isEqualTo(RunState.FINISHED);
        assertThat(losses(resumed)).isEqualTo(losses(straight));
    }

    @Test
    void theRecordHoldsSettingsDataMachineAndNumbers() throws IOException {
        PrompterRun run = teacher().run();

        assertThat(run.folder())
                .isDirectoryContaining("glob:**experiment.json")
                .isDirectoryContaining("glob:**experiment.java")
                .isDirectoryContaining("glob:**environment.json")
                .isDirectoryContaining("glob:**data.json")
                .isDirectoryContaining("glob:**metrics.csv")
                .isDirectoryContaining("glob:**RUN.md");
        assertThat(Files.readString(run.folder().resolve("experiment.java")))
                .startsWith("Experiment.prompter(\"teacher\").pairs(Pairs.of(");
        assertThat(Files.readString(run.folder().resolve("RUN.md"))).contains("TEXT_TO_VIDEO_R10");
    }

    @Test
    void theFourLossesTrainAndTheModelSearches() {
        PretrainingRun run = pretraining().run();
        RetrievalRun retrieval = retrieval(run).run();

        assertThat(run.curves().table().rows()).isPositive();
        assertThat(run.curves().picture().words()).contains("chance ln B = 2.08", "chance ln E");
        assertThat(run.losses()).isEqualTo(pretraining().losses());
        assertThat(run.metrics().columns())
                .contains("VTC loss", "VTM loss", "MLM loss", "PEM loss");
        assertThat(run.accuracies().show().part(Part.METRICS).orElseThrow().content())
                .contains("\"vtm_accuracy\"", "\"mlm_accuracy\"", "\"chance\"");
        assertThat(retrieval.metrics().cell(2, 1)).isEqualTo("6.3");
        assertThat(retrieval.metrics().show().part(Part.METRICS).orElseThrow().content())
                .contains("\"text_to_video\"", "\"video_to_text\"", "\"gallery\": 16");
        assertThat(retrieval.similarity().picture().words()).startsWith("16 texts by 16 clips");
        assertThat(retrieval.similarity(4).toString())
                .startsWith("Similarity of 4 texts and clips of 16");
        assertThat(retrieval.ranks().picture().words()).startsWith("30 queries over 16");
    }

    /** As those of earlier versions are. */
    @Test
    void aRunThatDoesNotSayWhatItMeasuredIsDrawnTheSame() throws IOException {
        PretrainingRun run = pretraining().run();
        String curves = run.curves().picture().words();
        String table = run.metrics() + "" + run.accuracies();
        Files.delete(run.folder().resolve("metrics.json"));

        assertThat(run.curves().picture().words()).isEqualTo(curves);
        assertThat(run.metrics() + "" + run.accuracies()).isEqualTo(table);
    }

    @Test
    void searchMarksTheClipOfACaptionAndNothingForFreeText() {
        RetrievalRun retrieval = retrieval(pretraining().run()).run();
        Clip clip = pairs.only(Split.TEST).sample(1).get(0);

        assertThat(retrieval.search(clip.caption(), 16).picture().words())
                .contains("✓ " + clip.id())
                .contains("✗ ");
        assertThat(retrieval.search("nobody wrote this", 3).picture().words())
                .doesNotContain("✓", "✗")
                .hasLineCount(4);
        assertThat(retrieval.captions(clip, 16).show().plain()).contains("✓ its own");
        assertThatThrownBy(() -> retrieval.search(" ", 3)).hasMessageContaining("blank");
    }

    @Test
    void vtmReordersTheBestCandidatesAndIsARunOfItsOwn() {
        Retrieval plain = retrieval(pretraining().run());
        Retrieval all = plain.rerankAll();

        assertThat(plain.hash()).isNotEqualTo(all.hash());
        assertThat(plain.rerank(3).hash()).isNotEqualTo(all.hash());
        assertThat(all.toString()).endsWith(".rerankAll()");
        assertThat(all.run().metrics().rows()).isEqualTo(4);
        // A single candidate has nothing to be ordered against: the ranks are VTC's.
        assertThat(plain.rerank(1).run().metrics().toString().lines().skip(1))
                .containsExactlyElementsOf(
                        plain.run().metrics().toString().lines().skip(1).toList());
        assertThat(plain.rerank(99).check().all().toString())
                .contains("! C26  rerank(99) is asked for and there are 16 clips.");
        assertThat(plain.from(teacher().run().best()).rerank(3).check().all().toString())
                .contains("✗ C26  This model was trained without VTM, as a prompter is");
        assertThat(
                        plain.from(teacher().run().best())
                                .trainer(Tiny.TRAINER)
                                .rerank(3)
                                .check()
                                .all()
                                .toString())
                .as("a fine-tuning teaches VTM")
                .contains("✓ C26");
        Pretraining aligned = pretraining().losses(Losses.of(Objective.VTC));
        assertThat(plain.from(aligned.run().best()).rerank(3).check().all().toString())
                .contains("✗ C26  This model was trained without VTM");
        assertThatThrownBy(() -> plain.rerank(0)).hasMessageContaining("rerank");
    }

    @Test
    void weightsAreWrittenForPyTorchUnderThePublishedNames() throws IOException {
        Checkpoint best = teacher().run().best();
        Path file = best.path().resolveSibling("teacher.pt");
        best.export(file);

        try (TorchFile written = TorchFile.open(file)) {
            assertThat(written.names())
                    .contains(
                            "temp",
                            "visual_encoder.model.cls_token",
                            "text_encoder.cls.predictions.decoder.weight");
        }
        assertThatThrownBy(() -> Checkpoint.alpro(Path.of("nowhere.pt")))
                .hasMessageContaining("nowhere.pt is not there");
        assertThatThrownBy(() -> best.export(Path.of("model.onnx")))
                .hasMessageContaining(".safetensors");
    }

    @Test
    void whatIsExportedRanksAndTeachesAsTheRunItself() {
        Checkpoint best = pretraining().run().best();
        for (String name : List.of("model.pt", "model.safetensors")) {
            Path file = best.path().resolveSibling(name);
            best.export(file);
            Checkpoint back = Checkpoint.alpro(file);

            assertThat(back.describe().tablesaw().column("value").asList())
                    .isEqualTo(best.describe().tablesaw().column("value").asList());
            Retrieval retrieval = retrieval(pretraining().run());
            assertThat(retrieval.from(back).check().passed()).isTrue();
            assertThat(retrieval.from(back).run().metrics().toString())
                    .isEqualTo(retrieval.run().metrics().toString());
        }
    }

    @Test
    void aFileThatDoesNotSayItsWordsIsAFaultOfTheCheckAndNotOfTheRun() throws IOException {
        Checkpoint best = pretraining().run().best();
        Path file = best.path().resolveSibling("of_others.pt");
        List<StoredTensor> tensors = new ArrayList<>();
        WeightFile.tensors(best.path()).read(tensors::add);
        TorchWriter.write(file, tensors);
        assertThatThrownBy(() -> Checkpoint.alpro(file)).hasMessageContaining("alpro(path, 4)");
        assertThatThrownBy(() -> Checkpoint.alpro(file, 0)).hasMessageContaining("C27");

        Checkpoint stated = Checkpoint.alpro(file, best.manifest().config().video().heads());
        assertThat(stated).isNotEqualTo(Checkpoint.alpro(file, 1));
        assertThat(stated.toString()).endsWith(".pt\"), 4)");
        assertThat(retrieval(pretraining().run()).from(stated).check().toString())
                .contains("✗ C14  of_others.pt has ")
                .contains("does not say which");
    }

    @Test
    void aLoadedRetrievalAnswersAsTheMeasuredOne() {
        PretrainingRun run = pretraining().run();
        RetrievalRun measured = retrieval(run).run();
        RetrievalRun loaded = retrieval(run).run();

        assertThat(loaded.folder()).isEqualTo(measured.folder());
        assertThat(loaded.metrics().toString()).isEqualTo(measured.metrics().toString());
    }

    @Test
    void runsAreFoundByNameAndAMissingNameNamesThoseThere() {
        PrompterRun run = teacher().run();

        assertThat(Runs.latest("teacher").folder()).isEqualTo(run.folder());
        assertThat(Runs.list().toString()).contains("teacher", "prompter", "FINISHED");
        assertThat(Runs.open(run.folder())).isInstanceOf(PrompterRun.class);
        assertThatThrownBy(() -> Runs.latest("student"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("“student”")
                .hasMessageContaining("“teacher”");
    }

    @Test
    void aDamagedCheckpointStopsARunThatResumesAndSaysWhichFile() throws IOException {
        PrompterRun stopped = stopped();
        Path last = stopped.folder().resolve("checkpoints").resolve("last.alpro");
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length / 2] ^= 1;
        Files.write(last, bytes);

        assertThatThrownBy(() -> teacher().run())
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("last.alpro")
                .hasMessageContaining("again()");
        assertThat(stopped.state().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void twoSessionsCannotTrainInOneFolder() {
        PrompterRun stopped = stopped();
        new RunFolder(stopped.folder())
                .alone(
                        () ->
                                assertThatThrownBy(() -> teacher().run())
                                        .isInstanceOf(AdviceException.class)
                                        .hasMessageContaining("written by another session"));
        assertThat(teacher().run().state().state()).isEqualTo(RunState.FINISHED);
    }

    private PrompterRun stopped() {
        Tiny.Listener.offered(3);
        PrompterRun stopped = teacher().run();
        Tiny.Listener.offered(Integer.MAX_VALUE);
        return stopped;
    }

    private PrompterTraining teacher() {
        return Experiment.prompter("teacher")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER);
    }

    private Pretraining pretraining() {
        Prompter prompter =
                Prompter.from(teacher().run().best())
                        .entities(Entities.nouns(pairs.only(Split.TRAIN)).top(10));
        return Experiment.pretraining("student")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .losses(l -> l.pem(p -> p.ignoreBelow(0)))
                .prompter(prompter)
                .trainer(Tiny.TRAINER);
    }

    private Retrieval retrieval(PretrainingRun run) {
        return Experiment.retrieval("search").pairs(pairs.only(Split.TEST)).from(run.best());
    }

    private static List<MetricRow> rows(Run run) {
        return MetricLog.read(run.folder().resolve("metrics.csv"));
    }

    private static List<String> losses(Run run) {
        return rows(run).stream()
                .filter(r -> r.metric().endsWith("LOSS"))
                .map(r -> r.step() + r.split() + r.metric() + r.value())
                .sorted()
                .toList();
    }
}
