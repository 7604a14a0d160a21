package io.github.alprolab.alpro.checkpoint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    void anEntryBesideTheTensorsComesBackAndADamagedOneIsRefused() throws IOException {
        Path file = folder.resolve("noted.pt");
        TorchWriter.write(file, tensors(), Map.of("note.txt", new byte[] {7, 8, 9, 10}));
        try (TorchFile written = TorchFile.open(file)) {
            assertThat(written.extra("note.txt")).contains(new byte[] {7, 8, 9, 10});
            assertThat(written.extra("other.txt")).isEmpty();
            assertThat(written.names()).containsExactly("b", "ä.ids", "scalar");
        }
        byte[] bytes = Files.readAllBytes(file);
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u0007\b\t\n");
        bytes[place]++;
        Files.write(file, bytes);
        try (TorchFile damaged = TorchFile.open(file)) {
            assertThatThrownBy(() -> damaged.extra("note.txt"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("noted.pt cannot be read")
                    .hasMessageContaining("CRC");
        }
    }

    @Test
    void pyTorchReadsItWithoutTrustingIt() throws IOException, InterruptedException {
        TorchPython python = new TorchPython(folder).orSkip();
        Path file = folder.resolve("for_python.pt");
        byte[] note = "of no use to PyTorch".getBytes(StandardCharsets.UTF_8);
        TorchWriter.write(file, tensors(), Map.of("note.txt", note));
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
        python.passes(check);
    }

    @Test
    void pyTorchReadsAWholeModelWithTiedTensorsAndTheSameSums()
            throws IOException, InterruptedException {
        TorchPython python = new TorchPython(folder).orSkip();
        Path golden = folder.resolve("golden.pt");
        try (InputStream in = getClass().getResourceAsStream("/parity/retrieval/checkpoint.pt")) {
            Files.copy(in, golden);
        }
        Path ours = folder.resolve("ours.pt");
        TorchWriter.write(ours, TorchFileTest.read(golden).values());
        python.passes(
                """
                import torch
                a = torch.load(r'%s', weights_only=True)
                b = torch.load(r'%s', weights_only=True)
                assert list(a) == list(b) and len(a) > 70
                for name in a:
                    assert a[name].dtype == b[name].dtype, name
                    assert torch.equal(a[name], b[name]), name
                tied = 'text_encoder.cls.predictions.decoder.weight'
                assert torch.equal(b[tied], b['text_encoder.bert.embeddings.word_embeddings.weight'])
                """
                        .formatted(golden, ours));
    }

    private static List<StoredTensor> tensors() {
        return List.of(
                StoredTensor.of("b", new long[] {2, 2}, new float[] {0.5f, -1, 2, 0.25f}),
                StoredTensor.of("ä.ids", new long[] {3}, new long[] {1, -2, Long.MAX_VALUE}),
                StoredTensor.of("scalar", new long[0], new float[] {0.07f}));
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
