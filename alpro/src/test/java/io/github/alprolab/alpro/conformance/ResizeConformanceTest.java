package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.video.VideoEncoder;
import io.github.alprolab.datasets.FrameSampling;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions of another clip, and which frames are looked at. */
class ResizeConformanceTest {
    private static final int WIDTH = 2;

    private final Compute compute = Compute.open(DeviceChoice.CPU);

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void fourTimesBecomeEightAndSixteenByRepeating() throws IOException {
        assertThat(times(4, 8)).containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
        assertThat(times(4, 16)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
        assertThat(times(8, 4)).containsExactly(0, 2, 4, 6);
    }

    @Test
    void placesAreResizedInRowsAndColumns() throws IOException {
        int[] placed = places(4, 2, PositionRule.GRID);
        assertThat(placed).containsExactly(0, 2, 8, 10);
        int[] larger = places(2, 4, PositionRule.GRID);
        assertThat(larger).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3);
    }

    /** 196 patches to 144, as section 2.6 lists the first of them. */
    @Test
    void theReferenceTreatsPatchesAsOneList() throws IOException {
        int[] listed = places(14, 12, PositionRule.REFERENCE_COMPATIBLE_LIST);
        assertThat(listed).startsWith(0, 1, 2, 4, 5, 6, 8);
    }

    /**
     * Where float32 rounds {@code i · in / out} below the whole number: section 2.6 names 14 → 46.
     */
    @Test
    void theNearestRuleIsFloat32s() throws IOException {
        int[] rows = times(14, 46);
        int apart = 0;
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i]).isEqualTo(Math.min(13, (int) (i * (14f / 46f))));
            apart += rows[i] == i * 14 / 46 ? 0 : 1;
        }
        assertThat(apart).isPositive();
    }

    @Test
    void uniformIndicesAreThePublishedOnes() {
        assertThat(indices(300)).containsExactly(0, 37, 74, 111, 148, 185, 222, 259);
        assertThat(indices(10)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(indices(5)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static int[] indices(int frames) {
        return FrameSampling.publishedUniform().indices(frames, 8, new Random(1));
    }

    /** Which of {@code from} times each of {@code to} times is filled with. */
    private int[] times(int from, int to) throws IOException {
        return rows(
                "time_embed",
                from,
                new VideoConfig(2, 2, to, WIDTH, 1, 1, 4, 0),
                PositionRule.GRID);
    }

    /** Which of the patches of a grid each patch of another grid is filled with. */
    private int[] places(int from, int to, PositionRule rule) throws IOException {
        VideoConfig config = new VideoConfig(2 * to, 2, 1, WIDTH, 1, 1, 4, 0);
        int[] rows = rows("pos_embed", 1 + from * from, config, rule);
        assertThat(rows[0]).as("CLS").isZero();
        int[] patches = new int[rows.length - 1];
        for (int i = 0; i < patches.length; i++) {
            patches[i] = rows[i + 1] - 1;
        }
        return patches;
    }

    /** Loads a tensor whose row i holds i into an encoder and reads what became of it. */
    private int[] rows(String name, int from, VideoConfig config, PositionRule rule)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(1));
        new VideoEncoder(state.root(), config);
        float[] values = new float[from * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / WIDTH;
        }
        TensorSource file =
                sink -> sink.accept(StoredTensor.of(name, new long[] {1, from, WIDTH}, values));
        LoadReport report =
                StateDictFile.load(
                        file, state, LoadRules.strict().allowMissing("").positions(rule));
        assertThat(report.resized()).hasSize(1);
        float[] filled = state.find(name).orElseThrow().value().floats();
        int[] rows = new int[filled.length / WIDTH];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) filled[i * WIDTH];
        }
        return rows;
    }
}
