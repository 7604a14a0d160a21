package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.tensor.Compute;
import java.util.Random;

/** Back-propagated gradients against central differences, along one direction a parameter. */
final class FiniteDifferences {
    private static final float STEP = 4e-3f;

    private final StateDict state;
    private final Loss loss;

    private FiniteDifferences(StateDict state, Loss loss) {
        this.state = state;
        this.loss = loss;
    }

    /** Computes the loss, and its gradients when {@code backward}. */
    interface Loss {
        double of(boolean backward);
    }

    /** Compares every trainable parameter of a fresh model. */
    static void check(Compute compute, StateDict state, Loss loss) {
        enlarge(state);
        new FiniteDifferences(state, loss).check(new AdamW(compute, state.trainable(), 0));
    }

    private void check(AdamW gradients) {
        loss.of(true);
        double compared = 0;
        for (int i = 0; i < state.trainable().size(); i++) {
            Parameter parameter = state.trainable().get(i);
            float[] direction = direction(parameter);
            double expected = slope(parameter, direction);
            double ours = dot(gradients.gradients().get(i).floats(), direction);
            assertThat(ours)
                    .as(parameter.name())
                    .isCloseTo(expected, within(2e-3 + 0.02 * Math.abs(expected)));
            compared += Math.abs(ours);
        }
        assertThat(compared).isGreaterThan(0.05);
    }

    /** A fresh model is nearly constant; larger weights give slopes that float32 can measure. */
    private static void enlarge(StateDict state) {
        for (Parameter parameter : state.trainable()) {
            float[] values = parameter.value().floats();
            Random random = new Random(parameter.name().hashCode());
            for (int i = 0; i < values.length && !parameter.name().equals("temp"); i++) {
                values[i] += (float) (random.nextGaussian() * 0.3);
            }
            parameter.value().copyFrom(values);
        }
    }

    private double slope(Parameter parameter, float[] direction) {
        float[] values = parameter.value().floats();
        parameter.value().copyFrom(moved(values, direction, STEP));
        double above = loss.of(false);
        parameter.value().copyFrom(moved(values, direction, -STEP));
        double below = loss.of(false);
        parameter.value().copyFrom(values);
        return (above - below) / (2 * STEP);
    }

    private static float[] direction(Parameter parameter) {
        Random random = new Random(31L * parameter.name().hashCode());
        float[] direction = new float[(int) parameter.value().elements()];
        double squares = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) random.nextGaussian();
            squares += direction[i] * direction[i];
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= (float) Math.sqrt(squares);
        }
        return direction;
    }

    private static float[] moved(float[] values, float[] direction, float step) {
        float[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
