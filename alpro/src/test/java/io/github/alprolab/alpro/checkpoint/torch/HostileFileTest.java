package io.github.alprolab.alpro.checkpoint.torch;

import static io.github.alprolab.alpro.checkpoint.torch.TorchBytes.pickle;
import static io.github.alprolab.alpro.checkpoint.torch.TorchBytes.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made by hand to run something, to claim what is not there, or to use up the machine. */
class HostileFileTest {
    private static final String END = "tR.";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"os system", "posix system", "builtins eval", "torch load"})
    void whatAPickleNamesIsNeverCalledAndIsRefusedByName(String global) throws IOException {
        Path trace = folder.resolve("it_ran");
        String command = "touch " + trace;
        String call =
                "\u0080\u0002c%s\n(X%c\0\0\0%s%s"
                        .formatted(
                                global.replace(' ', '\n'), (char) command.length(), command, END);
        Path zip = folder.resolve("hostile.pt");
        TorchBytes.zip(zip, call, Map.of());
        Path legacy = folder.resolve("legacy.pt");
        Files.write(legacy, TorchBytes.legacy(call, TorchBytes.oneKey(), new byte[0]));

        for (Path file : new Path[] {zip, legacy}) {
            assertThatThrownBy(() -> TorchFileTest.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("names " + global.replace(' ', '.'))
                    .hasMessageContaining("Nothing was run");
        }
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(X\u0002\0\0\0idios\nsystem\n.", // INST
                "\u0080\u0002cos\nsystem\n)\u0081.", // NEWOBJ
                "(cos\nsystem\nX\u0002\0\0\0ido.", // OBJ
                "\u0080\u0004\u008c\u0002os\u008c\u0006system\u0093.", // STACK_GLOBAL
                "\u0080\u0002\u0082\u0001.", // EXT1
                "cos\nsystem\nX\u0002\0\0\0id\u0085R."
            })
    void noOtherOrderOfThePickleLanguageGetsFurther(String pickle) throws IOException {
        Path file = folder.resolve("hostile.pt");
        TorchBytes.zip(file, pickle, Map.of());
        assertThatThrownBy(() -> TorchFileTest.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).*(names os.system|do not use).*");
    }

    @Test
    void aTensorByHandIsReadFromBothContainers() throws IOException {
        String pickle = pickle(6, 1, tuple(2, 2), tuple(1, 2));
        float[] values = {0, 1, 2, 3, 4, 5};
        Path zip = folder.resolve("good.pt");
        byte[] counted = TorchBytes.counted(6, values);
        byte[] plain = Arrays.copyOfRange(counted, 8, counted.length);
        TorchBytes.zip(zip, pickle, Map.of("data/0", plain));
        Path legacy = folder.resolve("legacy.pt");
        Files.write(legacy, TorchBytes.legacy(pickle, TorchBytes.oneKey(), counted));

        for (Path file : new Path[] {zip, legacy}) {
            StoredTensor tensor = TorchFileTest.read(file).get("w");
            assertThat(tensor.values()).containsExactly(1, 3, 2, 4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | 0 | 7 | 1", // beyond the storage
                "6 | 5 | 2 | 1", // offset beyond
                "6 | -1 | 2 | 1", // negative offset
                "6 | 0 | 2 | -1", // negative stride
                "6 | 0 | 2 | 0", // fits: both are the first element
                "6 | 0 | -2 | 1", // negative length
                "6 | 9223372036854775807 | 1 | 1",
                "6 | 0 | 4611686018427387904 | 4", // the product overflows
                "6 | 0 | 2 | 9223372036854775807",
                "-6 | 0 | 1 | 1",
                "9223372036854775807 | 0 | 1 | 1"
            })
    void aTensorOutsideItsStorageIsRefused(long elements, long offset, long length, long stride)
            throws IOException {
        Path file = folder.resolve("claims.pt");
        String pickle = pickle(elements, offset, tuple(length), tuple(stride));
        TorchBytes.zip(file, pickle, Map.of("data/0", new byte[24]));
        if (stride == 0) {
            assertThat(TorchFileTest.read(file).get("w").values()).containsExactly(0, 0);
        } else {
            assertThatThrownBy(() -> TorchFileTest.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching(
                            "(?s).*(does not lie in its storage|is no storage|is damaged).*");
        }
    }

    @Test
    void aStorageShorterThanItsTensorsSayIsRefusedBeforeMemoryIsTaken() throws IOException {
        String pickle = pickle(1L << 33, 0, tuple(1L << 30), tuple(1));
        Path zip = folder.resolve("short.pt");
        TorchBytes.zip(zip, pickle, Map.of("data/0", new byte[24]));
        Path legacy = folder.resolve("legacy.pt");
        byte[] storage = TorchBytes.counted(1L << 33, 1);
        Files.write(legacy, TorchBytes.legacy(pickle, TorchBytes.oneKey(), storage));
        for (Path file : new Path[] {zip, legacy}) {
            assertThatThrownBy(() -> TorchFileTest.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("(?s).*(damaged|truncated).*");
        }
    }

    @Test
    void shapesAndStridesThatDoNotBelongTogetherAreRefused() throws IOException {
        for (String shape : new String[] {tuple(2, 2), "N", "]", "X\u0001\0\0\0a"}) {
            Path file = folder.resolve("mixed.pt");
            TorchBytes.zip(file, pickle(6, 0, shape, tuple(1)), Map.of("data/0", new byte[24]));
            assertThatThrownBy(() -> TorchFileTest.read(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aMissingStorageIsNamed() throws IOException {
        Path file = folder.resolve("gone.pt");
        TorchBytes.zip(file, pickle(6, 0, tuple(6), tuple(1)), Map.of());
        assertThatThrownBy(() -> TorchFileTest.read(file))
                .hasMessageContaining("Storage 0 should have 24 bytes and has none");
    }

    @Test
    void compressedEntriesAreRefusedSinceTheyCouldUnpackToAnything() throws IOException {
        Path file = folder.resolve("bomb.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(TorchBytes.latin(pickle(6, 0, tuple(6), tuple(1))));
        }
        assertThatThrownBy(() -> TorchFileTest.read(file)).hasMessageContaining("compressed");
    }

    @Test
    void bigByteOrderIsRefused() throws IOException {
        Path file = folder.resolve("big.pt");
        TorchBytes.zip(
                file,
                pickle(6, 0, tuple(6), tuple(1)),
                Map.of("data/0", new byte[24], "byteorder", TorchBytes.latin("big")));
        assertThatThrownBy(() -> TorchFileTest.read(file)).hasMessageContaining("byte order “big”");
    }

    @Test
    void containersNestedWithoutEndNeitherOverflowNorExplode() throws IOException {
        Path deep = folder.resolve("deep.pt");
        TorchBytes.zip(
                deep, "\u0080\u0002" + "]".repeat(200_000) + "a".repeat(199_999) + ".", Map.of());
        assertThatThrownBy(() -> TorchFileTest.read(deep)).hasMessageContaining("a list");

        // Each level holds the one below ten times: 10^30 leaves in a few hundred bytes.
        StringBuilder laughs = new StringBuilder("\u0080\u0002]q\0");
        for (int level = 1; level <= 30; level++) {
            laughs.append("](").append(("h" + (char) (level - 1)).repeat(10)).append("e");
            laughs.append("q").append((char) level);
        }
        Path many = folder.resolve("laughs.pt");
        Files.write(many, TorchBytes.legacy(laughs + ".", TorchBytes.oneKey(), new byte[0]));
        assertThatThrownBy(() -> TorchFileTest.read(many)).isInstanceOf(IOException.class);
    }

    @Test
    void manyViewsOfOneStorageDoNotMakeASmallFileEndless() throws IOException {
        StringBuilder views = new StringBuilder("\u0080\u0002}(");
        String one = pickle(1000, 0, tuple(1000), tuple(1));
        String tensor = one.substring(one.indexOf("ctorch._utils"), one.length() - 2);
        for (int i = 0; i < 100_000; i++) {
            String name = Integer.toString(i);
            views.append('X').append((char) name.length()).append("\0\0\0").append(name);
            views.append(i == 0 ? tensor + "q\u0001" : "h\u0001");
        }
        Path file = folder.resolve("views.pt");
        TorchBytes.zip(file, views + "u.", Map.of("data/0", new byte[4000]));
        assertThatThrownBy(() -> TorchFileTest.read(file)).hasMessageContaining("ask for");
    }

    @Test
    void aFileOfTwelveGigabytesIsReadByItsViewsAlone() throws IOException {
        long elements = 3L << 30;
        Path file = folder.resolve("sparse.pt");
        String pickle = pickle(elements, elements - 3, tuple(2), tuple(2));
        byte[] head = TorchBytes.legacy(pickle, TorchBytes.oneKey(), TorchBytes.counted(elements));
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(head));
            byte[] last = TorchBytes.counted(0, 7, 8, 9);
            channel.write(ByteBuffer.wrap(last, 8, 12), head.length + 4 * elements - 12);
        }
        assertThat(Files.size(file)).isGreaterThan(12L << 30);
        assertThat(TorchFileTest.read(file).get("w").values()).containsExactly(7, 9);
    }
}
