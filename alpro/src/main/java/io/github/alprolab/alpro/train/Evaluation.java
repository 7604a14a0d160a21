package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.objective.Metric;
import java.util.Map;

/** Measures validation data after each epoch, in the same way every time. */
@FunctionalInterface
interface Evaluation {
    /** The figures; empty where there is nothing to measure. */
    Map<Metric, Double> measure();
}
