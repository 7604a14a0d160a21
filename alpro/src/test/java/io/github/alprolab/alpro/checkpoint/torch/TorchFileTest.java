package io.github.alprolab.alpro.checkpoint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads files that PyTorch wrote (src/test/resources/torch), and refuses what would be run. */
class TorchFileTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"types.pt", "types_legacy.pt"})
    void everyTypeIsWidenedExactly(String name) throws IOException {
        Map<String, StoredTensor> all = read(copy(name));

        assertThat(all.get("float32").values()).isEqualTo(base());
        assertThat(all.get("float32").shape()).containsExactly(2, 3, 4);
        assertThat(all.get("float16").values())
                .containsExactly(
                        0f,
                        -0f,
                        1f,
                        -2.5f,
                        65504f,
                        0x1p-24f,
                        0x1.ff8p-15f,
                        Float.POSITIVE_INFINITY);
        assertThat(all.get("bfloat16").values())
                .containsExactly(1f, -3.140625f, bfloat(1e30f), bfloat(1e-40f));
        assertThat(all.get("float64").values()).containsExactly(0.1f, Float.POSITIVE_INFINITY);
        assertThat(all.get("int64").integers()).containsExactly(1, -2, 1L << 40, 0);
        assertThat(all.get("int32").integers()).containsExactly(7, -7);
        assertThat(all.get("uint8").integers()).containsExactly(0, 255);
        assertThat(all.get("boolean").integers()).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"types.pt", "types_legacy.pt"})
    void scalarsEmptyTensorsViewsAndSharedStoragesAreRead(String name) throws IOException {
        Map<String, StoredTensor> all = read(copy(name));

        assertThat(all.get("scalar").shape()).isEmpty();
        assertThat(all.get("scalar").values()).containsExactly(0.07f);
        assertThat(all.get("empty").shape()).containsExactly(0, 5);
        assertThat(all.get("empty").values()).isEmpty();
        assertThat(all.get("transposed").shape()).containsExactly(4, 2, 3);
        assertThat(all.get("transposed").values())
                .startsWith(-1f, -0.5f, 0f, 0.5f, 1f, 1.5f, -0.875f);
        assertThat(all.get("slice").values()).containsExactly(1f, 1.25f, 1.5f, 1.75f);
        assertThat(all.get("tied_again").values()).isEqualTo(all.get("tied").values());
        assertThat(all.get("tail").values()).containsExactly(4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrapped.pt", "parallel.pt"})
    void aStateDictIsFoundInItsWrapper(String name) throws IOException {
        Map<String, StoredTensor> all = read(copy(name));
        assertThat(all).containsOnlyKeys("a.weight", "a.bias");
        assertThat(all.get("a.bias").values()).containsExactly(1, 1);
    }

    @Test
    void aFileWithoutTensorsNamesWhatItHolds() {
        assertThatThrownBy(() -> read(copy("no_tensors.pt")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no_tensors.pt")
                .hasMessageContaining("[epoch, config]")
                .hasMessageContaining("model_state_dict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile.pt", "hostile_legacy.pt"})
    void aPickleThatCallsTheShellIsRefusedByNameAndNothingRuns(String name) {
        assertThatThrownBy(() -> read(copy(name)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("posix.system")
                .hasMessageContaining("Nothing was run");
        assertThat(Path.of("hostile_was_here")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"types.pt", "types_legacy.pt"})
    void aFileCutAnywhereSaysSo(String name) throws IOException {
        Path file = copy(name);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 8; length += 37) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aChangedByteOfATensorIsNoticed() throws IOException {
        Path file = copy("wrapped.pt");
        byte[] bytes = Files.readAllBytes(file);
        int place = indexOf(bytes, new byte[] {0, 0, (byte) 0x80, (byte) 0xbf}); // -1f
        bytes[place] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("CRC");
    }

    static Map<String, StoredTensor> read(Path file) throws IOException {
        Map<String, StoredTensor> all = new LinkedHashMap<>();
        try (TorchFile torch = TorchFile.open(file)) {
            torch.read(tensor -> all.put(tensor.name(), tensor));
        }
        return all;
    }

    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = TorchFileTest.class.getResourceAsStream("/torch/" + name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static float[] base() {
        float[] values = new float[24];
        for (int i = 0; i < 24; i++) {
            values[i] = i / 8f - 1;
        }
        return values;
    }

    /** Rounded to the nearest number with 8 significant bits. */
    private static float bfloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        return Float.intBitsToFloat(bits + 0x7fff + (bits >> 16 & 1) & 0xffff0000);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i <= all.length - part.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalStateException("not found");
    }
}
