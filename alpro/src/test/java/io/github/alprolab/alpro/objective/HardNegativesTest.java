package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardNegativesTest {
    private final Compute compute = Compute.open(DeviceChoice.CPU);

    @AfterEach
    void close() {
        compute.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 17, 64})
    void drawsTheFirstOtherPairThatChanceReaches(int pairs) {
        for (long seed = 0; seed < 20; seed++) {
            float[][] similarity = random(pairs, seed);
            double[] uniform = new Random(seed).doubles(2L * pairs).toArray();
            long[] drawn = drawn(similarity, uniform);

            for (int i = 0; i < pairs; i++) {
                int own = i;
                assertThat(drawn[i])
                        .isNotEqualTo(own)
                        .isEqualTo(expected(pairs, own, v -> similarity[v][own], uniform[i]));
                assertThat(drawn[pairs + i])
                        .isNotEqualTo(own)
                        .isEqualTo(
                                expected(pairs, own, t -> similarity[own][t], uniform[pairs + i]));
            }
        }
    }

    @Test
    void drawsInProportionToTheSoftmaxWithoutTheOwnPair() {
        float[][] similarity = {{9, 0, (float) Math.log(3)}, {0, 0, 0}, {0, 0, 0}};
        Random random = new Random(1);
        int second = 0;
        for (int i = 0; i < 20_000; i++) {
            second += drawn(similarity, random.doubles(6).toArray())[3] == 2 ? 1 : 0;
        }

        assertThat(second / 20_000.0).isCloseTo(0.75, within(0.02));
    }

    @Test
    void neverDrawsTheOwnPairAtTheEndsOfChance() {
        float[][] similarity = random(9, 3);
        for (double end : new double[] {0, Math.nextDown(1.0)}) {
            double[] uniform = new double[18];
            Arrays.fill(uniform, end);
            long[] drawn = drawn(similarity, uniform);
            for (int i = 0; i < drawn.length; i++) {
                assertThat(drawn[i]).isBetween(0L, 8L).isNotEqualTo(i % 9);
            }
        }
    }

    @Test
    void takesColumnsForTextsAndRowsForVideos() {
        float[][] similarity = {{0, 5, 1}, {1, 0, 5}, {5, 1, 0}};

        HardNegatives hardest = HardNegatives.hardest(similarity);

        assertThat(hardest.textOfVideo()).containsExactly(1, 2, 0);
        assertThat(hardest.videoOfText()).containsExactly(2, 0, 1);
    }

    @Test
    void refusesASinglePair() {
        assertThatThrownBy(() -> HardNegatives.hardest(new float[1][1]))
                .hasMessageContaining("batch of 1")
                .hasMessageContaining("at least 2");
    }

    private long[] drawn(float[][] similarity, double... uniform) {
        int pairs = similarity.length;
        float[] flat = new float[pairs * pairs];
        for (int i = 0; i < pairs; i++) {
            System.arraycopy(similarity[i], 0, flat, i * pairs, pairs);
        }
        try (Scope scope = compute.scope()) {
            return scope.of(flat, pairs, pairs).drawnOthers(uniform).longs();
        }
    }

    /** The first other place whose share of the softmax, with those before it, is above chance. */
    private static long expected(int pairs, int own, IntToDoubleFunction scores, double uniform) {
        double total = 0;
        for (int i = 0; i < pairs; i++) {
            total += i == own ? 0 : Math.exp(scores.applyAsDouble(i) - 100);
        }
        double left = uniform * total;
        for (int i = 0; i < pairs; i++) {
            left -= i == own ? 0 : Math.exp(scores.applyAsDouble(i) - 100);
            if (left < 0) {
                return i;
            }
        }
        throw new AssertionError();
    }

    private static float[][] random(int pairs, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[pairs][pairs];
        for (float[] row : values) {
            for (int i = 0; i < pairs; i++) {
                row[i] = (float) (random.nextGaussian() * 20);
            }
        }
        return values;
    }
}
