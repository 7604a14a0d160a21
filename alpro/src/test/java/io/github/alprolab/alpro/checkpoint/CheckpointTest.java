package io.github.alprolab.alpro.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.AlproConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private final CheckpointManifest manifest =
            new CheckpointManifest(
                    1,
                    "pretraining",
                    AlproConfig.tiny(),
                    List.of("[PAD]", "dog"),
                    List.of("dog"),
                    7,
                    1,
                    Map.of("VTC_LOSS", 1.25));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("some folder").resolve("last.alpro");
        CheckpointFile.write(
                file,
                manifest,
                Map.of(
                        CheckpointFile.MODEL,
                        List.of(
                                StoredTensor.of("a", new long[] {2}, new float[] {1, -2.5f}),
                                StoredTensor.of("b", new long[] {1, 1}, new long[] {9}),
                                StoredTensor.of("c", new long[0], new float[] {3}))));
    }

    @Test
    void aCheckpointThatCannotBeWrittenWholeTakesNoRoom() throws IOException {
        StoredTensor half = StoredTensor.of("half", new long[] {2}, new float[] {1});
        Path next = file.resolveSibling("next.alpro");

        assertThatThrownBy(
                        () ->
                                CheckpointFile.write(
                                        next,
                                        manifest,
                                        Map.of(CheckpointFile.MODEL, List.of(half))))
                .isInstanceOf(IOException.class);

        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        CheckpointFile read = CheckpointFile.open(file);
        List<String> seen = new ArrayList<>();
        read.tensors(
                CheckpointFile.MODEL,
                t ->
                        seen.add(
                                t.name()
                                        + Arrays.toString(t.shape())
                                        + Arrays.toString(t.values())
                                        + Arrays.toString(t.integers())));

        assertThat(read.manifest()).isEqualTo(manifest);
        assertThat(seen).containsExactly("a[2][1.0, -2.5][]", "b[1, 1][][9]", "c[][3.0][]");
        assertThat(folder.resolve("some folder")).isDirectoryContaining(p -> p.equals(file));
    }

    @Test
    void oneChangedByteIsNoticedBeforeAnythingIsRead() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String one = "\0\0\u0080?"; // 1.0f, little-endian
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(one)] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> CheckpointFile.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("last.alpro is damaged: model.safetensors");
    }

    @Test
    void everyTruncationIsRefusedByName() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        // The tar's own end is padding: only its last 1,024 zero bytes and filler may go missing.
        for (int length = 0; length < 4000; length += 97) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> CheckpointFile.open(file))
                    .as("first %d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("last.alpro");
        }
    }

    @Test
    void aMissingFileAndAMissingGroupSaySo() throws IOException {
        assertThatThrownBy(() -> CheckpointFile.open(folder.resolve("none.alpro")))
                .hasMessageContaining("none.alpro is not there");
        assertThatThrownBy(
                        () -> CheckpointFile.open(file).tensors(CheckpointFile.OPTIMIZER, t -> {}))
                .hasMessageContaining("holds no optimizer tensors");
    }
}
