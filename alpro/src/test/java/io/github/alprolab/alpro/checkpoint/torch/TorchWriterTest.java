package io.github.alprolab.alpro.checkpoint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back, by this reader and by PyTorch itself where it is installed. */
class TorchWriterTest {
    private static final String PYTHON =
            System.getenv().getOrDefault("ALPROLAB_TORCH_PYTHON", "python3");

    @TempDir Path folder;

    @Property(tries = 50)
    void everyShapeComesBack(
            @ForAll @Size(max = 4) List<@IntRange(max = 5) Integer> shape, @ForAll long seed)
            throws IOException {
        Path file = Files.createTempFile("shape", ".pt");
        long[] lengths = shape.stream().mapToLong(n -> n).toArray();
        int count = shape.stream().reduce(1, (a, b) -> a * b);
        StoredTensor tensor = StoredTensor.of("a.weight", lengths, random(count, seed));
        TorchWriter.write(file, List.of(tensor));

        StoredTensor read = TorchFileTest.read(file).get("a.weight");

        Files.delete(file);
        assertThat(read.shape()).isEqualTo(lengths);
        assertThat(read.values()).isEqualTo(tensor.values());
    }

    @Property(tries = 500)
    void anyBytesGiveAnErrorOrAnObjectButNothingElse(@ForAll @Size(max = 60) byte[] bytes) {
        try {
            Pickle.read(new PickleInput(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void severalTensorsOfBothTypesComeBackInOrder() throws IOException {
        Path file = folder.resolve("two.pt");
        TorchWriter.write(file, tensors());
        Map<String, StoredTensor> all = TorchFileTest.read(file);
        assertThat(all.keySet()).containsExactly("b", "ä.ids", "scalar");
        assertThat(all.get("ä.ids").integers()).containsExactly(1, -2, Long.MAX_VALUE);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void pyTorchReadsItWithoutTrustingIt() throws IOException, InterruptedException {
        assumeTrue(
                run("import torch") == 0,
                "PyTorch is not installed for " + PYTHON + "; name one by ALPROLAB_TORCH_PYTHON");
        Path file = folder.resolve("for_python.pt");
        TorchWriter.write(file, tensors());
        String check =
                """
                import torch
                s = torch.load(r'%s', weights_only=True)
                assert list(s) == ['b', 'ä.ids', 'scalar'], list(s)
                assert s['b'].dtype == torch.float32 and s['b'].tolist() == [[0.5, -1.0], [2.0, 0.25]]
                assert s['ä.ids'].tolist() == [1, -2, 2**63 - 1]
                assert s['scalar'].shape == () and abs(s['scalar'].item() - 0.07) < 1e-8
                """
                        .formatted(file);
        assertThat(run(check)).isZero();
    }

    private static List<StoredTensor> tensors() {
        return List.of(
                StoredTensor.of("b", new long[] {2, 2}, new float[] {0.5f, -1, 2, 0.25f}),
                StoredTensor.of("ä.ids", new long[] {3}, new long[] {1, -2, Long.MAX_VALUE}),
                StoredTensor.of("scalar", new long[0], new float[] {0.07f}));
    }

    private int run(String program) throws IOException, InterruptedException {
        Path script = folder.resolve("check.py");
        Files.writeString(script, program, StandardCharsets.UTF_8);
        try {
            return new ProcessBuilder(PYTHON, script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // no such program
        }
    }

    private static float[] random(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
