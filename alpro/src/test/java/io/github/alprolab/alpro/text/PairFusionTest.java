package io.github.alprolab.alpro.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairFusionTest {
    private static final int WIDTH = 16;

    /** Attention is written out up to 64 tokens, and one kernel beyond. */
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 5", "3, 5", "2, 70"})
    void theFusedClsOfAPairIsThatOfTheWholeFusion(int layers, int patches) {
        try (Compute compute = Compute.open(DeviceChoice.CPU);
                Scope scope = compute.scope()) {
            BertModel bert =
                    new BertModel(
                            new StateDict(compute, new RandomStreams(5)).root(),
                            new TextConfig(30, WIDTH, 1 + layers, 1, 4, 32, 20, 0.1));
            Tensor texts = normal(scope, 3, 4);
            Tensor clips = normal(scope, 2, patches);
            PairFusion fusion = bert.pairs();
            Tensor together =
                    fusion.cls(
                            fusion.side(texts).rows(scope.indices(2, 0, 1, 2)),
                            fusion.side(clips).rows(scope.indices(1, 1, 0, 0)));
            int[][] pairs = {{2, 1}, {0, 1}, {1, 0}, {2, 0}};
            for (int i = 0; i < pairs.length; i++) {
                Tensor whole =
                        bert.fuse(
                                texts.rows(pairs[i][0]),
                                scope.full(1, 1, 4),
                                clips.rows(pairs[i][1]),
                                4 + patches,
                                false);
                assertThat(together.rows(i).floats())
                        .containsExactly(whole.select(1, 0).floats(), within(2e-5f));
            }
        }
    }

    private static Tensor normal(Scope scope, int rows, int tokens) {
        float[] values = new float[rows * tokens * WIDTH];
        Random random = new Random(tokens);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return scope.of(values, rows, tokens, WIDTH);
    }
}
