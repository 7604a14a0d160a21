package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run as a folder that people can read. */
class RunFolderTest {
    @TempDir Path root;
    private Path path;
    private RunFolder folder;

    @BeforeEach
    void open() {
        path = root.resolve("tiny").resolve("01234567-1");
        folder = new RunFolder(path);
    }

    private void damage(String text) throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve("run.json"), text);
    }

    @Test
    void aRunIsNamedByTheFolderAbove() {
        assertThat(folder.name()).isEqualTo("tiny");
    }

    @Test
    void whatStaysTheSameIsWrittenAtTheBeginning() {
        folder.begin("{\"a\": 1}\n", "Experiment.pretraining(\"tiny\")", Map.of("pairs", 8));

        assertThat(folder.experiment()).isEqualTo("{\"a\": 1}\n");
        assertThat(folder.data()).isEqualTo("{\n  \"pairs\": 8\n}\n");
        assertThat(path.resolve("experiment.java"))
                .hasContent("Experiment.pretraining(\"tiny\")\n");
        assertThat(folder.status()).isEmpty();
    }

    @Test
    void theStatusIsReadBackAndReplaced() {
        RunStatus status =
                RunStatus.starting("0123456789", Instant.EPOCH)
                        .ended(RunState.FAILED, Instant.EPOCH, 1, "no memory");
        folder.status(status);
        folder.status(status.at(3, 1));

        assertThat(folder.status()).contains(status.at(3, 1));
        assertThat(path.toFile().list()).containsExactly("run.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"state\": \"RUN", "{\"state\": \"ASLEEP\"}", "[]", "hello"})
    void aDamagedStatusIsNamedWithItsFix(String text) throws IOException {
        damage(text);

        assertThatThrownBy(folder::status)
                .isInstanceOfSatisfying(
                        AdviceException.class, e -> assertThat(e.code()).isEqualTo("C14"))
                .hasMessageStartingWith("C14: " + path.resolve("run.json") + " is damaged: ")
                .hasMessageContaining("put the file back from a copy");
    }

    @Test
    void aFolderWithoutSettingsIsNoRun() {
        assertThatThrownBy(folder::experiment)
                .isInstanceOf(AdviceException.class)
                .hasMessage(
                        "C14: %s holds no experiment.json, so it is no run.\n"
                                + "Runs.list() names the runs there are",
                        path);
        assertThatThrownBy(folder::data).hasMessageContaining("holds no data.json");
    }

    @Test
    void metricsAreTheRowsOfItsLog() {
        MetricRow row = new MetricRow(1, 1, "TRAIN", "vtc", 2.5, 0.25);
        assertThat(folder.metrics()).isEmpty();
        try (MetricLog log = MetricLog.append(folder.metricsFile())) {
            log.add(row);
        }

        assertThat(folder.metrics()).containsExactly(row);
    }

    @Test
    void everythingHasItsPlace() {
        assertThat(folder.metricsFile()).isEqualTo(path.resolve("metrics.csv"));
        assertThat(folder.checkpoints()).isEqualTo(path.resolve("checkpoints"));
        assertThat(folder.figure("a.png")).isEqualTo(path.resolve("figures/a.png"));
        assertThat(folder.result("a.csv")).isEqualTo(path.resolve("results/a.csv"));
    }

    @Test
    void resultsAreWrittenAsAStream() {
        folder.result("a.bin", out -> out.write(new byte[] {1, 2}));

        assertThat(folder.result("a.bin")).hasBinaryContent(new byte[] {1, 2});
        assertThat(path.resolve("results").toFile().list()).containsExactly("a.bin");
    }

    @Test
    void aWriterThatFailsLeavesTheOldFileWhole() {
        folder.write("results/a.txt", "old «ü»");

        assertThatThrownBy(
                        () ->
                                folder.result(
                                        "a.txt",
                                        out -> {
                                            out.write('n');
                                            throw new IOException("no room");
                                        }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The run record " + folder.result("a.txt") + " cannot be written")
                .hasRootCauseMessage("no room");
        assertThat(folder.result("a.txt")).hasContent("old «ü»");
    }
}
