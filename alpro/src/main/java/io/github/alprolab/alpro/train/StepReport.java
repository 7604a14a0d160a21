package io.github.alprolab.alpro.train;

import java.util.Map;

/**
 * One training step.
 *
 * @param step 1, 2, … {@code steps}
 * @param epoch 1, 2, … {@code epochs}
 * @param values what was measured
 */
public record StepReport(int step, int steps, int epoch, int epochs, Map<Quantity, Double> values) {

    public StepReport {
        values = Map.copyOf(values);
    }
}
