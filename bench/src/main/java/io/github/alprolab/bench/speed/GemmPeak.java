package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.MatrixProbe;

/**
 * What bare products of matrices reach with the shapes of a model's perceptrons, (2048, D) by (D, 4
 * D): measured anew each time, since what else runs on the machine changes it.
 */
final class GemmPeak {
    private static final long NANOS = 200_000_000;

    private GemmPeak() {}

    /** GFLOP/s of the fastest product. */
    static double gflops(int width) {
        return MatrixProbe.measured(DeviceChoice.CPU, width, NANOS) / 1e9;
    }
}
