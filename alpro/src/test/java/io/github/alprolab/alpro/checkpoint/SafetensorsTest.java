package io.github.alprolab.alpro.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Safetensors of every type, and false claims of headers. */
class SafetensorsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "F32, 0000803f000020c0, '1.0, -2.5'",
        "F64, 9a9999999999b93f0000000000000040, '0.1, 2.0'",
        "F16, 003c0100, '1.0, 5.9604645E-8'",
        "BF16, 803f49c0, '1.0, -3.140625'"
    })
    void realNumbersBecomeFloat32(String type, String bytes, String values) throws IOException {
        StoredTensor tensor = read(file(header(type, "2", 0, bytes.length() / 2), bytes)).get("a");
        assertThat(Arrays.toString(tensor.values())).isEqualTo("[" + values + "]");
        assertThat(tensor.shape()).containsExactly(2);
        assertThat(tensor.narrowed()).isEqualTo(type.equals("F64"));
    }

    @ParameterizedTest
    @CsvSource({
        "I64, 0100000000000000feffffffffffffff, '1, -2'",
        "I32, 01000000feffffff, '1, -2'",
        "I16, 0100feff, '1, -2'",
        "I8, 01fe, '1, -2'",
        "U8, 01fe, '1, 254'",
        "BOOL, 0100, '1, 0'"
    })
    void wholeNumbersBecomeInt64(String type, String bytes, String values) throws IOException {
        StoredTensor tensor = read(file(header(type, "2", 0, bytes.length() / 2), bytes)).get("a");
        assertThat(Arrays.toString(tensor.integers())).isEqualTo("[" + values + "]");
    }

    @Test
    void scalarsAndEmptyTensorsComeBack() throws IOException {
        Path file = folder.resolve("some.safetensors");
        Safetensors.write(
                file,
                List.of(
                        StoredTensor.of("scalar", new long[0], new float[] {0.07f}),
                        StoredTensor.of("empty", new long[] {0, 5}, new float[0]),
                        StoredTensor.of("ä", new long[] {1, 2}, new long[] {3, 4})));
        Map<String, StoredTensor> all = read(file);
        assertThat(all.get("scalar").values()).containsExactly(0.07f);
        assertThat(all.get("empty").shape()).containsExactly(0, 5);
        assertThat(all.get("ä").integers()).containsExactly(3, 4);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F8_E4M3 | 2 | 0 | 8 | type “F8_E4M3”",
                "F32 | 3 | 0 | 8 | its shape needs 12 bytes",
                "F32 | 2 | 4 | 12 | its shape needs 8 bytes from 0",
                "F32 | -2 | 0 | 8 | “-2” where a length",
                "F32 | 2.5 | 0 | 8 | “2.5” where a length",
                "F32 | 4611686018427387904 | 0 | 8 | larger than any file",
                "F32 | 1073741824 | 0 | 4294967296 | speaks of 4294967296 bytes"
            })
    void falseClaimsAreRefused(String type, String shape, long begin, long end, String says)
            throws IOException {
        Path file = file(header(type, shape, begin, end), "0000803f000020c0");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("made.safetensors")
                .hasMessageContaining(says);
    }

    @Test
    void aStreamThatClaimsGigabytesTakesNoMemoryForThem() throws IOException {
        byte[] bytes = bytes(header("F32", "2000000000", 0, 8_000_000_000L), "0000803f");
        assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes), t -> {}))
                .hasMessageContaining("ends within tensor a");
    }

    @Test
    void aNameThatIsThereTwiceAndAHeaderThatIsNoneAreRefused() throws IOException {
        String one = header("U8", "1", 0, 1);
        String twice = one.substring(0, one.length() - 1) + "," + one.substring(1);
        assertThatThrownBy(() -> read(file(twice, "01"))).hasMessageContaining("Duplicate");
        assertThatThrownBy(() -> read(file("nothing", "01"))).isInstanceOf(IOException.class);
        Path text = folder.resolve("text.safetensors");
        Files.writeString(text, "Once upon a time there was no tensor.");
        assertThatThrownBy(() -> read(text)).hasMessageContaining("no safetensors file");
    }

    private static String header(String type, String shape, long begin, long end) {
        return "{\"a\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}}"
                .formatted(type, shape, begin, end);
    }

    private Path file(String header, String data) throws IOException {
        return Files.write(folder.resolve("made.safetensors"), bytes(header, data));
    }

    private static byte[] bytes(String header, String data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(length.putLong(json.length).array());
        out.writeBytes(json);
        out.writeBytes(HexFormat.of().parseHex(data));
        return out.toByteArray();
    }

    private static Map<String, StoredTensor> read(Path file) throws IOException {
        Map<String, StoredTensor> all = new LinkedHashMap<>();
        Safetensors.read(file, tensor -> all.put(tensor.name(), tensor));
        return all;
    }
}
