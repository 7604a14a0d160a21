package io.github.alprolab.alpro.tensor;

import io.github.alprolab.alpro.nn.Parameter;
import java.util.List;
import java.util.Random;

/** Parameters that are no longer at their first values, so that no gradient is zero by chance. */
final class Disturbed {
    private static final double NOISE = 0.2;

    private Disturbed() {}

    /**
     * Moves every weight by the same noise each time; gives where their gradients are collected.
     */
    static TensorList gradients(List<Parameter> parameters) {
        Random random = new Random(3);
        for (Parameter parameter : parameters) {
            float[] values = parameter.value().floats();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (random.nextGaussian() * NOISE); // no weight is left at zero
            }
            parameter.value().copyFrom(values);
        }
        return new TensorList(parameters.stream().map(Parameter::value).toList())
                .collectGradients();
    }
}
