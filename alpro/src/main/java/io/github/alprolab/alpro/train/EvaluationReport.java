package io.github.alprolab.alpro.train;

import java.util.Map;

/**
 * Figures of the validation pairs after an epoch.
 *
 * @param step training steps done
 * @param epoch epochs done
 * @param values what was measured
 */
public record EvaluationReport(int step, int epoch, Map<Quantity, Double> values) {

    public EvaluationReport {
        values = Map.copyOf(values);
    }
}
