package io.github.alprolab.bench.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParityTest {
    private static final String SAMPLES = "ALPROLAB_SAMPLES";

    /** Golden checkpoints are too large to be kept with the project. */
    private static Path goldenCheckpoint(String name) {
        String folder = System.getenv().getOrDefault(SAMPLES, "");
        assumeTrue(!folder.isBlank(), "skipped: " + SAMPLES + " names no folder of samples");
        Path file = Path.of(folder, "parity", name, "checkpoint.pt");
        assumeTrue(Files.exists(file), "skipped: there is no " + file);
        return file;
    }

    @ParameterizedTest
    @CsvSource({"pretrain, 38", "retrieval, 6", "qa, 5", "prompter, 4", "transfer, 6"})
    void everyQuantityOfThePublishedClassesIsMet(String name, int quantities) throws IOException {
        List<Difference> differences = Parity.compare(GoldenCases.of(name), Optional.empty());
        assertThat(differences).hasSize(quantities).allMatch(Difference::passes);
    }

    /** The published loader takes patches as one list; our own rule would keep their grid. */
    @Test
    void positionsOfAnotherGridAreLoadedByThePublishedRule() throws IOException {
        assertThat(Parity.compare(GoldenCases.of("transfer_grid"), Optional.empty()))
                .hasSize(6)
                .allMatch(Difference::passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pretrain", "retrieval", "qa", "prompter"})
    void thePublishedFileGivesTheSameResultsAsTheFormula(String name) throws IOException {
        Path file = goldenCheckpoint(name);
        assertThat(Parity.compare(GoldenCases.of(name), Optional.of(file)))
                .isNotEmpty()
                .allMatch(Difference::passes);
    }

    @Test
    void aPretrainingFileIsFollowedIntoOtherModels() throws IOException {
        Path file = goldenCheckpoint("pretrain");
        assertThat(Parity.compare(GoldenCases.of("transfer"), Optional.of(file)))
                .isNotEmpty()
                .allMatch(Difference::passes);
    }

    @Test
    void oneWrongNumberIsFound() throws IOException {
        ParityCase right = GoldenCases.of("qa");
        Map<String, StoredTensor> changed = new TreeMap<>(right.expected());
        float[] logits = changed.get("logits").values().clone();
        logits[5] += 2e-5f;
        changed.put("logits", StoredTensor.of("logits", changed.get("logits").shape(), logits));
        ParityCase wrong = new ParityCase(right.folder(), right.json(), changed);
        assertThat(Parity.compare(wrong, Optional.empty()))
                .filteredOn(d -> !d.passes())
                .extracting(Difference::quantity)
                .containsExactly("logits");
    }

    @Test
    void aQuantityThatIsNotComputedDoesNotPass() throws IOException {
        ParityCase right = GoldenCases.of("prompter");
        Map<String, StoredTensor> more = new TreeMap<>(right.expected());
        more.put("new_scores", StoredTensor.of("new_scores", new long[] {1}, new float[] {1}));
        ParityCase other = new ParityCase(right.folder(), right.json(), more);
        assertThat(Parity.compare(other, Optional.empty()))
                .filteredOn(d -> !d.passes())
                .extracting(Difference::quantity)
                .containsExactly("new_scores is not computed");
    }

    @Test
    void theCommandPrintsEveryDifference() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean passes =
                Parity.run(
                        List.of(GoldenCases.folder("retrieval")),
                        Optional.empty(),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(passes).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("retrieval (RETRIEVAL)", "itm_loss", "all within tolerance");
    }

    @Test
    void aFolderThatIsNoCaseIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Parity.run(List.of(folder), Optional.empty(), System.out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a parity case");
    }
}
