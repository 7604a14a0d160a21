package io.github.alprolab.alpro.conformance;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import java.util.Random;

/** A model of width 16 with weights large enough to matter. */
final class Small {
    static final int FRAMES = 4;
    static final int SIZE = 16;
    static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(SIZE, 8, FRAMES, 16, 2, 2, 32, 0),
                    new TextConfig(30, 16, 4, 2, 2, 32, 12, 0),
                    16);

    private Small() {}

    /** Adds noise to every trainable tensor. */
    static void shake(StateDict state) {
        for (Parameter parameter : state.trainable()) {
            float[] values = parameter.value().floats();
            Random random = new Random(parameter.name().hashCode());
            for (int i = 0; i < values.length && !parameter.name().equals("temp"); i++) {
                values[i] += (float) (random.nextGaussian() * 0.2);
            }
            parameter.value().copyFrom(values);
        }
    }

    /** Sets a tensor to zero. */
    static void clear(StateDict state, String name) {
        var tensor = state.find(name).orElseThrow().value();
        tensor.copyFrom(new float[(int) tensor.elements()]);
    }

    /** Normalised frames (1, T, 3, SIZE, SIZE), the T frames in the given order. */
    static float[] clip(int... order) {
        int frame = 3 * SIZE * SIZE;
        float[] values = new float[order.length * frame];
        for (int t = 0; t < order.length; t++) {
            Random random = new Random(order[t]);
            for (int i = 0; i < frame; i++) {
                values[t * frame + i] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    /** Largest absolute difference. */
    static double apart(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i])); // NaN stays
        }
        return a.length == b.length ? largest : Double.NaN;
    }
}
