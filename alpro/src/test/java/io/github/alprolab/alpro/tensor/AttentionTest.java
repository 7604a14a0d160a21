package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watched attention against the fused kernel and against a softmax in float64. */
class AttentionTest {
    private static final int ROWS = 2;
    private static final int LENGTH = 5;
    private static final int WIDTH = 6;
    private static final int HEADS = 2;

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final List<String> seen = new ArrayList<>();
    private float[] shares;

    private final AttentionWatch watch =
            new AttentionWatch() {
                @Override
                public boolean wants(String attention) {
                    return attention.equals("wanted");
                }

                @Override
                public void saw(String attention, Tensor given) {
                    seen.add(attention + Arrays.toString(given.shape()));
                    shares = given.floats();
                }
            };

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void whatIsSeenIsTheSoftmaxOfScaledProductsAndTheResultIsThatOfTheFusedKernel() {
        float[] qkv = noise(ROWS * LENGTH * 3 * WIDTH);
        float[] watched = self("wanted", qkv);
        assertThat(seen).containsExactly("wanted[2, 2, 5, 5]");
        assertThat(apart(watched, self("another", qkv))).isLessThan(1e-6);
        for (int n = 0; n < ROWS; n++) {
            for (int head = 0; head < HEADS; head++) {
                for (int query = 0; query < LENGTH; query++) {
                    double[] expected = softmax(qkv, n, head, query, new double[LENGTH]);
                    for (int key = 0; key < LENGTH; key++) {
                        assertThat(shares[((n * HEADS + head) * LENGTH + query) * LENGTH + key])
                                .isCloseTo((float) expected[key], within(1e-6f));
                    }
                }
            }
        }
    }

    @Test
    void whatIsMaskedHasNoShareAndTheResultIsThatOfTheFusedKernel() {
        float[] qkv = noise(ROWS * LENGTH * 3 * WIDTH);
        float[] watched = masked("wanted", qkv);
        assertThat(seen).containsExactly("wanted[2, 2, 3, 5]");
        assertThat(apart(watched, masked("another", qkv))).isLessThan(1e-6);
        for (int row = 0; row < shares.length / LENGTH; row++) {
            assertThat(shares[row * LENGTH + LENGTH - 1]).isZero();
            float sum = 0;
            for (int key = 0; key < LENGTH; key++) {
                sum += shares[row * LENGTH + key];
            }
            assertThat(sum).isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void aScopeInsideAWatchedOneIsWatchedAndNothingStaysOpen() {
        int open = compute.openTensors();
        try (Scope scope = compute.watchedScope(watch)) {
            scope.of(noise(ROWS * LENGTH * 3 * WIDTH), ROWS, LENGTH, 3 * WIDTH)
                    .through(x -> Attention.self("wanted", x, HEADS));
        }
        assertThat(seen).hasSize(1);
        assertThat(compute.openTensors()).isEqualTo(open);
    }

    private float[] self(String name, float[] qkv) {
        try (Scope scope = compute.watchedScope(watch)) {
            return Attention.self(name, scope.of(qkv, ROWS, LENGTH, 3 * WIDTH), HEADS).floats();
        }
    }

    /** Three queries; the last key is padding. */
    private float[] masked(String name, float[] qkv) {
        float[] mask = new float[ROWS * LENGTH];
        for (int n = 0; n < ROWS; n++) {
            mask[n * LENGTH + LENGTH - 1] = -10000;
        }
        try (Scope scope = compute.watchedScope(watch)) {
            Tensor all = scope.of(qkv, ROWS, LENGTH, 3 * WIDTH);
            return Attention.masked(
                            name,
                            all.narrow(2, 0, WIDTH).narrow(1, 0, 3),
                            all.narrow(2, WIDTH, WIDTH),
                            all.narrow(2, 2 * WIDTH, WIDTH),
                            scope.of(mask, ROWS, 1, 1, LENGTH),
                            HEADS,
                            0)
                    .floats();
        }
    }

    private static double[] softmax(float[] qkv, int n, int head, int query, double[] scores) {
        int each = WIDTH / HEADS;
        double sum = 0;
        for (int key = 0; key < LENGTH; key++) {
            double product = 0;
            for (int i = 0; i < each; i++) {
                int q = ((n * LENGTH + query) * 3) * WIDTH + head * each + i;
                int k = ((n * LENGTH + key) * 3 + 1) * WIDTH + head * each + i;
                product += (double) qkv[q] * qkv[k];
            }
            scores[key] = Math.exp(product / Math.sqrt(each));
            sum += scores[key];
        }
        for (int key = 0; key < LENGTH; key++) {
            scores[key] /= sum;
        }
        return scores;
    }

    private static float[] noise(int count) {
        Random random = new Random(5);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double apart(float[] a, float[] b) {
        double largest = a.length == b.length ? 0 : Double.NaN;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
        }
        return largest;
    }
}
