package io.github.alprolab.alpro.checkpoint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file larger than the memory of this JVM, with one tensor of over 2 GiB, is written and read.
 * Run it by {@code mvn -pl alpro -am test -Dtest=LargeFileTest -Dalprolab.large=6
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class LargeFileTest {
    private static final int FIRST = 560_000_000;
    private static final int OTHERS = 1 << 26;

    @TempDir Path folder;

    @Test
    void aFileOfGigabytesIsWrittenAndReadOneTensorAtATime()
            throws IOException, InterruptedException {
        Integer gigabytes = Integer.getInteger("alprolab.large");
        assumeTrue(gigabytes != null, "it takes minutes and disk; -Dalprolab.large=6 turns it on");
        int tensors = (int) (((long) gigabytes << 30) / (4L * OTHERS)) - 8 + 1;
        Path file = folder.resolve("large.pt");

        TorchWriter.write(
                file, () -> IntStream.range(0, tensors).mapToObj(LargeFileTest::made).iterator());

        assertThat(Files.size(file)).isGreaterThan(Runtime.getRuntime().maxMemory());
        AtomicInteger seen = new AtomicInteger();
        try (TorchFile torch = TorchFile.open(file)) {
            torch.read(
                    tensor -> {
                        int index = seen.getAndIncrement();
                        assertThat(tensor.values()).hasSize(size(index));
                        for (int i = 0; i < tensor.values().length; i++) {
                            if (tensor.values()[i] != value(index, i)) {
                                throw new AssertionError(tensor.name() + " differs at " + i);
                            }
                        }
                    });
        }
        assertThat(seen).hasValue(tensors);
        TorchPython python = new TorchPython(folder);
        if (python.isThere()) {
            python.passes(
                    """
                    import torch
                    s = torch.load(r'%s', weights_only=True, mmap=True)
                    assert len(s) == %d
                    assert s['0'][-1] == %s and s['1'][12345] == %s
                    """
                            .formatted(file, tensors, value(0, FIRST - 1), value(1, 12345)));
        }
    }

    private static StoredTensor made(int index) {
        float[] values = new float[size(index)];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(index, i);
        }
        return StoredTensor.of(Integer.toString(index), new long[] {values.length}, values);
    }

    private static int size(int index) {
        return index == 0 ? FIRST : OTHERS;
    }

    private static float value(int index, int i) {
        return index + (i & 0xfffff);
    }
}
