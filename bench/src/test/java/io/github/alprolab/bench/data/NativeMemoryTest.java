package io.github.alprolab.bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alprolab.bench.ResidentMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code lab bench open} does the same ten thousand times. */
class NativeMemoryTest {
    private static final int OPENS = 2000;

    /** Between two rows, 400 opens apart; one picture an open would be six times as much. */
    private static final long MOST_GROWTH_KB = 1 << 10;

    @Test
    void openingDecodingWritingAndFailingDoesNotLetTheProcessGrow() throws Exception {
        assumeTrue(ResidentMemory.now().isPresent(), "the size of this process is not known here");
        Process process = start();
        List<String> rows = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor()).as("%s", rows).isZero();
        assertThat(rows).hasSize(6);
        long[] growth =
                IntStream.range(2, 6)
                        .mapToLong(i -> resident(rows.get(i)) - resident(rows.get(i - 1)))
                        .sorted()
                        .toArray();
        // A leak grows all the time; the compiler's threads take their memory in one step.
        assertThat(growth[1]).as("%s", rows).isLessThan(MOST_GROWTH_KB);
    }

    private static long resident(String row) {
        return Long.parseLong(row.strip().split("\\s+")[1]);
    }

    /** A process whose heap cannot grow, so that only native memory can. */
    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+AlwaysPreTouch",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenBenchmark.class.getName(),
                        Integer.toString(OPENS))
                .redirectError(ProcessBuilder.Redirect.INHERIT) // newer JVMs warn of native code
                .start();
    }
}
