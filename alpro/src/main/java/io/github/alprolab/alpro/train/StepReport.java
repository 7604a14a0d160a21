package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.Transfers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One training step: an update, with the batches accumulated for it.
 *
 * @param step 1, 2, … {@code steps}
 * @param epoch 1, 2, … {@code epochs}
 * @param values what was measured, in the order in which it is told; means over accumulated batches
 * @param openTensors engine tensors that are open after the step: the same number at every step of
 *     a sound training
 * @param transfers what the step copied between the Java heap and the device
 */
public record StepReport(
        int step,
        int steps,
        int epoch,
        int epochs,
        Map<Metric, Double> values,
        int openTensors,
        Transfers transfers) {

    public StepReport {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
