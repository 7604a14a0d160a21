package io.github.alprolab.datasets.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features in a file, and what is told of a file that was changed. */
class FeatureFileTest {
    private static final int WIDTH = 300;

    @TempDir Path folder;

    private Path file;
    private final List<EmbeddedClip> clips =
            IntStream.range(0, 40).mapToObj(FeatureFileTest::clip).toList();

    private static EmbeddedClip clip(int number) {
        ClipRow row = new ClipRow("clip " + number, "/videos/ä.mp4", 512L * number, 7, "a dog");
        float[] vector = new float[WIDTH];
        Random random = new Random(number);
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return number % 9 == 0
                ? EmbeddedClip.failed(row, "NOT_A_VIDEO: it is a page")
                : EmbeddedClip.of(row, vector);
    }

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("shard.parquet");
        FeatureFile.write(file, Map.of("alprolab.model", "ab12"), clips);
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        assertThat(FeatureFile.read(file)).usingRecursiveComparison().isEqualTo(clips);
        assertThat(FeatureFile.about(file)).containsEntry("alprolab.model", "ab12");
        assertThat(FeatureFile.readRows(file))
                .extracting(EmbeddedClip::row)
                .isEqualTo(clips.stream().map(EmbeddedClip::row).toList());
        assertThat(FeatureFile.readRows(file)).allMatch(c -> c.vector().length == 0);
        assertThat(folder).isDirectoryNotContaining(f -> f.toString().endsWith(".partial"));
    }

    @Test
    void noChangedByteOfANumberGoesUnnoticed() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 997) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            assertThat(isToldOrHarmless()).as("byte %d", at).isTrue();
        }
    }

    /** A byte of statistics that nobody reads may differ. */
    private boolean isToldOrHarmless() {
        try {
            List<EmbeddedClip> read = FeatureFile.read(file);
            return IntStream.range(0, clips.size())
                    .allMatch(i -> isEqual(read.get(i), clips.get(i)));
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isEqual(EmbeddedClip a, EmbeddedClip b) {
        return a.row().equals(b.row())
                && a.cause().equals(b.cause())
                && Arrays.equals(a.vector(), b.vector());
    }

    @Test
    void aFileThatIsCutOrNoneOfTheseIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("x.parquet"), "no parquet at all, a text");

        assertThatThrownBy(() -> FeatureFile.read(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> FeatureFile.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.parquet cannot be read as Parquet");
        assertThatThrownBy(() -> FeatureFile.about(folder.resolve("none.parquet")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void columnsOfTextAreReadByName() throws IOException {
        assertThat(TextColumns.names(file))
                .containsExactly("id", "file", "caption", "status", "cause");
        List<List<Optional<String>>> rows = TextColumns.rows(file, List.of("cause", "id"));

        assertThat(rows).hasSize(40);
        assertThat(rows.get(9).get(0)).contains("NOT_A_VIDEO: it is a page");
        assertThat(rows.get(10).get(0)).isEmpty();
        assertThat(rows.get(10).get(1)).contains("clip 10");
    }
}
