package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.tensor.Compute;
import java.io.IOException;

/** Computes the quantities of one kind of case with this implementation. */
@FunctionalInterface
interface CaseRun {
    /** Builds the models, fills them and compares everything that the case expects. */
    void compare(Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException;
}
