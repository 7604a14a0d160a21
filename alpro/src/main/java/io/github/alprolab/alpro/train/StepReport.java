package io.github.alprolab.alpro.train;

import java.util.Map;

/**
 * One training step: an update, with the batches accumulated for it.
 *
 * @param step 1, 2, … {@code steps}
 * @param epoch 1, 2, … {@code epochs}
 * @param values what was measured; means over accumulated batches
 * @param openTensors engine tensors that are open after the step: the same number at every step of
 *     a sound training
 */
public record StepReport(
        int step, int steps, int epoch, int epochs, Map<Quantity, Double> values, int openTensors) {

    public StepReport {
        values = Map.copyOf(values);
    }
}
