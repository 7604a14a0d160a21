package io.github.alprolab.alpro.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Good files with changed bytes, cut short or made longer: they are read or refused by an
 * IOException, and never take more than a little memory.
 */
class FuzzTest {
    private static final int FILES = 6;
    private static final long MEMORY_MOST = 16L << 20;

    private static Path folder;

    @BeforeContainer
    static void makeFiles() throws IOException {
        folder = Files.createTempDirectory("fuzz");
        List<StoredTensor> tensors =
                List.of(
                        StoredTensor.of("a", new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}),
                        StoredTensor.of("b", new long[] {2}, new long[] {7, 8}));
        Safetensors.write(folder.resolve("3.safetensors"), tensors);
        CheckpointFile.write(
                folder.resolve("4.alpro"),
                new CheckpointManifest(
                        1,
                        "prompter",
                        AlproConfig.tiny(),
                        List.of("[PAD]"),
                        List.of(),
                        1,
                        1,
                        Map.of()),
                Map.of(CheckpointFile.MODEL, tensors));
        copy("types.pt", "0.pt");
        copy("types_legacy.pt", "1.pt");
        copy("parallel.pt", "2.pt");
        copy("wrapped.pt", "5.pt");
    }

    @AfterContainer
    static void removeFiles() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void changedBytesAreReadOrRefused(
            @ForAll @IntRange(max = FILES - 1) int which,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1 << 20) Integer> places,
            @ForAll byte value)
            throws IOException {
        byte[] bytes = Files.readAllBytes(file(which));
        for (int place : places) {
            bytes[place % bytes.length] = value;
        }
        readOrRefuse(which, bytes);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void changedBitsAreReadOrRefused(
            @ForAll @IntRange(max = FILES - 1) int which,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 1 << 22) Integer> places)
            throws IOException {
        byte[] bytes = Files.readAllBytes(file(which));
        for (int place : places) {
            bytes[place / 8 % bytes.length] ^= (byte) (1 << place % 8);
        }
        readOrRefuse(which, bytes);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void cutAndPatchedFilesAreReadOrRefused(
            @ForAll @IntRange(max = FILES - 1) int which,
            @ForAll @IntRange(max = 1 << 20) int from,
            @ForAll @IntRange(max = 1 << 20) int to)
            throws IOException {
        byte[] bytes = Files.readAllBytes(file(which));
        int cut = from % bytes.length;
        byte[] tail = Arrays.copyOfRange(bytes, to % bytes.length, bytes.length);
        byte[] joined = Arrays.copyOf(bytes, cut + tail.length);
        System.arraycopy(tail, 0, joined, cut, tail.length);
        readOrRefuse(which, joined);
    }

    private static void readOrRefuse(int which, byte[] bytes) throws IOException {
        Path file = folder.resolve("changed" + ending(which));
        Files.write(file, bytes);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        try {
            WeightFile.tensors(file).read(tensor -> assertThat(tensor.name()).isNotNull());
        } catch (IOException e) {
            assertThat(e.getMessage()).contains("changed");
        }
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY_MOST);
    }

    private static Path file(int which) {
        return folder.resolve(which + ending(which));
    }

    private static String ending(int which) {
        return which == 3 ? ".safetensors" : which == 4 ? ".alpro" : ".pt";
    }

    private static void copy(String resource, String name) throws IOException {
        try (InputStream in = FuzzTest.class.getResourceAsStream("/torch/" + resource)) {
            Files.write(folder.resolve(name), in.readAllBytes());
        }
    }
}
