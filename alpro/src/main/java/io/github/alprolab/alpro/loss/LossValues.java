package io.github.alprolab.alpro.loss;

import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Map;

/**
 * The losses of one batch.
 *
 * @param total weighted sum, a scalar in the graph
 * @param each loss of every objective that is on, unweighted
 * @param vtmAccuracy share of right VTM judgements, NaN where VTM is off
 * @param mlmRight hidden words named rightly
 * @param mlmHidden hidden words
 * @param pemIgnored crops that were ignored
 */
public record LossValues(
        Tensor total,
        Map<Objective, Tensor> each,
        double vtmAccuracy,
        int mlmRight,
        int mlmHidden,
        int pemIgnored) {}
