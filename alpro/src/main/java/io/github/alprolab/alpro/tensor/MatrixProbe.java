package io.github.alprolab.alpro.tensor;

import io.github.alprolab.alpro.config.DeviceChoice;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast this machine multiplies matrices as a model of some width has them. Measured where it is
 * first asked, in some hundredths of a second, and remembered: machines do not change in a session.
 */
public final class MatrixProbe {
    private static final int ROWS = 2048;
    private static final int WIDENING = 4;
    private static final long NANOS = 50_000_000;
    private static final Map<String, Double> KNOWN = new ConcurrentHashMap<>();

    private MatrixProbe() {}

    /**
     * Floating-point operations a second.
     *
     * @param width of the model, D; the products are (2048, D) by (D, 4 D), as in its perceptrons
     */
    public static double operationsPerSecond(DeviceChoice device, int width) {
        return KNOWN.computeIfAbsent(device + " " + width, key -> measured(device, width, NANOS));
    }

    /**
     * The same measured anew.
     *
     * @param nanos for which products are begun
     */
    public static double measured(DeviceChoice device, int width, long nanos) {
        try (Compute compute = Compute.open(device);
                Scope scope = compute.scope()) {
            Tensor rows = scope.full(0.5, ROWS, width);
            Tensor weights = scope.full(0.5, width, WIDENING * width);
            double best = Fastest.seconds(nanos, () -> seconds(scope, rows, weights));
            return 2.0 * ROWS * width * WIDENING * width / best;
        }
    }

    /** Reading one value waits for a device that works on its own. */
    private static double seconds(Scope scope, Tensor rows, Tensor weights) {
        try (Scope once = scope.sub()) {
            long start = System.nanoTime();
            rows.in(once).matmul(weights).narrow(0, 0, 1).narrow(1, 0, 1).scalar();
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
