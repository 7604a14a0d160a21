package io.github.alprolab.datasets.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Frames;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Byte for byte what the libraries of the published code make of the same pictures. */
class ReferenceTest {
    static Stream<String> references() throws Exception {
        try (InputStream in = ReferenceTest.class.getResourceAsStream("references.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
            assertThat(lines).hasSize(98);
            return lines.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void givesTheBytesOfTheReference(String line) throws Exception {
        String[] fields = line.split(" ");
        assertThat(digest(made(fields))).isEqualTo(fields[fields.length - 1]);
    }

    private static Frames made(String[] fields) {
        if (fields[0].equals("picture")) {
            return noise(fields, 1);
        }
        if (fields[0].equals("resize")) {
            int size = Integer.parseInt(fields[5]);
            boolean bilinear = fields[1].equals("bilinear");
            Resize resize = bilinear ? Resize.bilinear(size) : Resize.bicubic(size);
            return resize.of(noise(fields, 2));
        }
        ImageOperation operation = ImageOperation.valueOf(fields[0]);
        double argument = operation.argument(Double.parseDouble(fields[4]));
        return operation.apply(noise(fields, 1), argument);
    }

    private static Frames noise(String[] fields, int from) {
        return Pictures.noise(
                1,
                Integer.parseInt(fields[from]),
                Integer.parseInt(fields[from + 1]),
                Integer.parseInt(fields[from + 2]));
    }

    private static String digest(Frames frames) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(frames.rgb());
        return HexFormat.of().formatHex(sum).substring(0, 16);
    }
}
