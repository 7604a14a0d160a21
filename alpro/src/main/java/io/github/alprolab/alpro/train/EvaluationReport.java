package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.objective.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of the validation pairs after an epoch.
 *
 * @param step training steps done
 * @param epoch epochs done
 * @param values what was measured, in the order in which it is told
 */
public record EvaluationReport(int step, int epoch, Map<Metric, Double> values) {

    public EvaluationReport {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
