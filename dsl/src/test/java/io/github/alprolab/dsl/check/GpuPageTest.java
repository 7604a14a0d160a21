package io.github.alprolab.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.alpro.config.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The memory table of {@code docs/gpu.md} is what {@link CostEstimate} computes. */
class GpuPageTest {
    private static final Path PAGE = Path.of("..", "docs", "gpu.md");
    private static final String WRITE = "ALPROLAB_WRITE_PAGES";
    private static final String BEGIN = "<!-- written by GpuPageTest -->\n";
    private static final String END = "<!-- end -->\n";
    private static final int[] BATCHES = {4, 16, 64};
    private static final int PASSES = 3;
    private static final int WORDS = 30;
    private static final double GIB = 1L << 30;

    @Test
    void theTableOfMemoryIsComputedFromTheSizes() throws IOException {
        String page = Files.readString(PAGE);
        String written =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                        + table()
                        + page.substring(page.indexOf(END));
        if (System.getenv(WRITE) != null) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE))
                .as("written anew by: " + WRITE + "=1 ./lab test dsl GpuPageTest")
                .isEqualTo(written);
    }

    private static String table() {
        Map<String, AlproConfig> sizes = new LinkedHashMap<>();
        sizes.put("tiny", AlproConfig.tiny());
        sizes.put("small", AlproConfig.small());
        sizes.put("base", AlproConfig.base());
        StringBuilder table =
                new StringBuilder(
                        "| size | batch | FP32, TF32 | with `.gradientCheckpointing()` | BF16, FP16 | with `.gradientCheckpointing()` |\n|---|---|---|---|---|---|\n");
        sizes.forEach(
                (name, size) -> {
                    for (int batch : BATCHES) {
                        table.append(row(name, size, batch));
                    }
                });
        return table.toString();
    }

    private static String row(String name, AlproConfig size, int batch) {
        long own = ParameterCount.of(size).total();
        CostEstimate cost = CostEstimate.of(size, own, own, PASSES, batch, WORDS);
        CostEstimate half = CostEstimate.of(size, own, own, PASSES, batch, WORDS, Precision.BF16);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s |%n",
                name,
                batch,
                words(cost.bytes(batch, false)),
                words(cost.bytes(batch, true)),
                words(half.bytes(batch, false)),
                words(half.bytes(batch, true)));
    }

    private static String words(double bytes) {
        return String.format(Locale.ROOT, bytes < GIB ? "%.2f GiB" : "%.1f GiB", bytes / GIB);
    }
}
