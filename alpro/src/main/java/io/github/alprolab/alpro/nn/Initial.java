package io.github.alprolab.alpro.nn;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** First values of a parameter (docs/method.md section 1.9). */
@FunctionalInterface
public interface Initial {

    /** {@code count} values, row-major. */
    float[] values(int count, RandomGenerator random);

    /** One value everywhere. */
    static Initial constant(double value) {
        return (count, random) -> {
            float[] values = new float[count];
            Arrays.fill(values, (float) value);
            return values;
        };
    }

    /** Normal with mean 0. */
    static Initial normal(double deviation) {
        return (count, random) -> {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) (random.nextGaussian() * deviation);
            }
            return values;
        };
    }

    /** Uniform within plus and minus {@code bound}. */
    static Initial uniform(double bound) {
        return (count, random) -> {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
            return values;
        };
    }

    /** The framework default of linear and convolution layers: 1 / sqrt(fan in). */
    static Initial fanIn(int fanIn) {
        return uniform(1 / Math.sqrt(fanIn));
    }
}
