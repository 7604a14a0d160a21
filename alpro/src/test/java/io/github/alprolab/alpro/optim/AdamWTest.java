package io.github.alprolab.alpro.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AdamWTest {

    /** Small gradients make the place of epsilon visible: 3e-7 is float32's own error here. */
    @Test
    void followsThePublishedUpdateByHand() {
        double[] slopes = {1e-5, -3e-6, 0.5};
        double[] value = {1, 1, 1};
        double[] first = new double[3];
        double[] second = new double[3];
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            Tensor weights = state.root().parameter("w", Initial.constant(1), 3);
            AdamW optimizer = new AdamW(compute, state.trainable(), 0.1);
            for (int step = 1; step <= 10; step++) {
                backward(compute, weights, slopes);
                optimizer.step(step, 1e-2, 20);
                byHand(value, slopes, first, second, step);
            }
            float[] ours = weights.floats();
            for (int i = 0; i < 3; i++) {
                assertThat((double) ours[i]).isCloseTo(value[i], within(3e-7));
            }
        }
    }

    @Test
    void scalesTheGradientToTheLargestNormAndReportsTheNormBefore() {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            Tensor weights = state.root().parameter("w", Initial.constant(0), 2);
            AdamW optimizer = new AdamW(compute, state.trainable(), 0);
            backward(compute, weights, new double[] {3, -4});

            double norm = optimizer.step(1, 1, 1);

            assertThat(norm).isCloseTo(5, within(1e-5));
            assertThat((double) optimizer.firstMoments().get(0).floats()[1])
                    .isCloseTo(-0.08, within(1e-6));
            assertThat(optimizer.gradients().get(0).floats()).containsOnly(0f);
        }
    }

    private static void backward(Compute compute, Tensor weights, double[] slopes) {
        try (Scope scope = compute.scope()) {
            float[] factors = new float[slopes.length];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = (float) slopes[i];
            }
            Tensor constant = scope.of(factors, factors.length);
            compute.withGradient(
                    () -> {
                        weights.in(scope).multiply(constant).total().backward();
                        return null;
                    });
        }
    }

    private static void byHand(
            double[] value, double[] slopes, double[] first, double[] second, int step) {
        double correction = Math.sqrt(1 - Math.pow(0.98, step)) / (1 - Math.pow(0.9, step));
        for (int i = 0; i < value.length; i++) {
            first[i] = 0.9 * first[i] + 0.1 * slopes[i];
            second[i] = 0.98 * second[i] + 0.02 * slopes[i] * slopes[i];
            value[i] -= 1e-2 * correction * first[i] / (Math.sqrt(second[i]) + 1e-6);
            value[i] -= 1e-2 * 0.1 * value[i];
        }
    }
}
