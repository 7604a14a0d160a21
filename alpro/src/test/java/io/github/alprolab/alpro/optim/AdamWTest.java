package io.github.alprolab.alpro.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.ParameterGroup;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamWTest {
    private static final double[] SLOPES = {1e-5, -3e-6, 0.5};

    /** Small gradients make the place of epsilon visible: 3e-7 is float32's own error here. */
    @ParameterizedTest
    @CsvSource({"0.1, 0", "0, 0", "0.1, 2"})
    void followsThePublishedUpdateByHand(double weightDecay, int earlierUpdates) {
        ByHand hand = new ByHand(1e-2, weightDecay);
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            Tensor weights = state.root().parameter("w", Initial.constant(1), 3);
            AdamW optimizer = new AdamW(compute, state.trainable(), weightDecay);
            for (int step = 1; step <= 10; step++) {
                backward(compute, weights, SLOPES);
                optimizer.step(step + earlierUpdates, 1e-2, 20);
                hand.update(step + earlierUpdates);
            }
            hand.check(weights);
        }
    }

    /** docs/method.md section 5.4: two updates without a gradient make the first one smaller. */
    @Test
    void theThirdUpdatesCountMovesAFreshWeightBy063OfTheRate() {
        ByHand first = new ByHand(1, 0);
        ByHand third = new ByHand(1, 0);
        first.update(1);
        third.update(3);

        assertThat(1 - third.value[2]).isCloseTo(0.63 * (1 - first.value[2]), within(0.01));
    }

    @Test
    void everyGroupHasItsOwnRateAndDecay() {
        ByHand slow = new ByHand(1e-3, 0.5);
        ByHand others = new ByHand(1e-2, 0.1);
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            Tensor one = state.root().parameter("others.w", Initial.constant(1), 3);
            Tensor two = state.root().parameter("slow.w", Initial.constant(1), 3);
            AdamW optimizer =
                    new AdamW(
                            compute,
                            state.trainable(),
                            List.of(
                                    new ParameterGroup("slow\\..*", 0.1, 0.5),
                                    new ParameterGroup(".*", 1, 0.1)));
            for (int step = 1; step <= 5; step++) {
                backward(compute, one, SLOPES);
                backward(compute, two, SLOPES);
                optimizer.step(step, 1e-2, 20);
                slow.update(step);
                others.update(step);
            }
            slow.check(two);
            others.check(one);
        }
    }

    @Test
    void aGroupThatFitsNoParameterIsRefused() {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            state.root().parameter("w", Initial.constant(1), 3);

            assertThatThrownBy(
                            () ->
                                    new AdamW(
                                            compute,
                                            state.trainable(),
                                            List.of(
                                                    new ParameterGroup("v", 1, 0),
                                                    new ParameterGroup(".*", 1, 0))))
                    .hasMessageContaining("“v” fits no parameter")
                    .hasMessageContaining("Names look like w");
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
            // As published, the divisor is the norm + 1e-6.
            assertThat((double) optimizer.firstMoments().get(0).floats()[1])
                    .isCloseTo(0.1 * -4 / 5.000001, within(1e-8));
            assertThat(optimizer.gradients().get(0).floats()).containsOnly(0f);
        }
    }

    @Test
    void aGradientBelowTheLargestNormIsNotScaled() {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            Tensor weights = state.root().parameter("w", Initial.constant(0), 2);
            AdamW optimizer = new AdamW(compute, state.trainable(), 0);
            backward(compute, weights, new double[] {3, -4});

            optimizer.step(1, 1, 5.1);

            assertThat((double) optimizer.firstMoments().get(0).floats()[1])
                    .isCloseTo(-0.4, within(1e-7));
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

    /** The published update in double precision. */
    private static final class ByHand {
        private final double rate;
        private final double weightDecay;
        private final double[] value = {1, 1, 1};
        private final double[] first = new double[3];
        private final double[] second = new double[3];

        ByHand(double rate, double weightDecay) {
            this.rate = rate;
            this.weightDecay = weightDecay;
        }

        void update(int k) {
            double correction = Math.sqrt(1 - Math.pow(0.98, k)) / (1 - Math.pow(0.9, k));
            for (int i = 0; i < value.length; i++) {
                first[i] = 0.9 * first[i] + 0.1 * SLOPES[i];
                second[i] = 0.98 * second[i] + 0.02 * SLOPES[i] * SLOPES[i];
                value[i] -= rate * correction * first[i] / (Math.sqrt(second[i]) + 1e-6);
                value[i] -= rate * weightDecay * value[i];
            }
        }

        void check(Tensor weights) {
            float[] ours = weights.floats();
            for (int i = 0; i < 3; i++) {
                assertThat((double) ours[i]).isCloseTo(value[i], within(3e-7));
            }
        }
    }
}
