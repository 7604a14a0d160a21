package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code experiment.java} of a run is a cell that makes the experiment again. */
class CodeOfRunsTest extends OnTrainedModel {
    private static Cells cells;

    @BeforeAll
    static void open() {
        cells = new Cells();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @Test
    void theRecordOfEveryKindOfRunRebuildsItsExperiment() throws IOException {
        rebuilt(RunStore.standard().latest("teacher").orElseThrow());
        rebuilt(RunStore.standard().latest("student").orElseThrow());
        RetrievalRun run =
                trained.retrieval()
                        .rerankLikeReferenceCode()
                        .captions(Captions.FIRST)
                        .device(Device.cpu())
                        .run();
        rebuilt(new RunFolder(run.folder()));
    }

    private static void rebuilt(RunFolder run) throws IOException {
        String code = Files.readString(run.path().resolve("experiment.java"));
        Experiment experiment = (Experiment) cells.value(code);

        assertThat(experiment.hash()).isEqualTo(run.status().orElseThrow().hash());
        assertThat(experiment).hasToString(code.strip()).isEqualTo(cells.value(code));
        assertThat(RecordedCode.experiment(run)).isEqualTo(experiment);
        assertThat(code).doesNotContain(RunStore.standard().root().toString());
    }

    @Test
    void filesInTheFolderOfRunsAreNamedFromThere() {
        assertThat(trained.checkpoint().toString())
                .matches(
                        "Checkpoint.load\\(Runs.path\\(\"student/[0-9a-f]{8}-1/checkpoints/best.alpro\"\\)\\)");
    }

    @Test
    void thePrompterOfARunIsRebuiltWithWhatItsFiguresShow() {
        Prompter prompter =
                Prompter.from(trained.checkpoint())
                        .entities(Entities.of("cat", "dog"))
                        .losses(Losses.alpro().pem(p -> p.cropArea(0.1, 0.2)))
                        .device(Device.cpu());
        assertThat(cells.value(prompter.toString())).isEqualTo(prompter);
    }

    @Test
    void dataThatWasReadIsReadAgain() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own").resolve("videos"));
        Files.write(own.resolve("a.mp4"), new byte[] {1});
        Files.writeString(
                own.resolveSibling("test.jsonl"), "{\"clip_name\": \"a\", \"caption\": \"x\"}\n");
        Pairs pairs = Pairs.of(Datasets.jsonl(own.getParent()).presentOnly());

        assertThat(cells.value(pairs.toString())).isEqualTo(pairs);
    }
}
