package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * What bare products of matrices reach with the shapes of a model's perceptrons, (2048, D) by (D, 4
 * D): measured anew each time, since what else runs on the machine changes it.
 */
final class GemmPeak {
    private static final int ROWS = 2048;
    private static final int WIDENING = 4;
    private static final long NANOS = 200_000_000;
    private static final int LEAST = 3;

    private GemmPeak() {}

    /** GFLOP/s of the fastest product. */
    static double gflops(int width) {
        try (Compute compute = Compute.open(DeviceChoice.CPU);
                Scope scope = compute.scope()) {
            Tensor rows = scope.full(0.5, ROWS, width);
            Tensor weights = scope.full(0.5, width, (long) WIDENING * width);
            long best = Long.MAX_VALUE;
            long begun = System.nanoTime();
            for (int i = 0; i < LEAST || System.nanoTime() - begun < NANOS; i++) {
                best = Math.min(best, nanos(scope, rows, weights));
            }
            return 2.0 * ROWS * width * WIDENING * width / best;
        }
    }

    private static long nanos(Scope scope, Tensor rows, Tensor weights) {
        try (Scope once = scope.sub()) {
            long start = System.nanoTime();
            rows.in(once).matmul(weights);
            return System.nanoTime() - start;
        }
    }
}
