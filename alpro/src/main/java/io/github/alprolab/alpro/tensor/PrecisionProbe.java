package io.github.alprolab.alpro.tensor;

import ai.djl.engine.EngineException;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the products of a perceptron take in FP32 and in BF16, casts included. Measured where it
 * is first asked, in about a tenth of a second, and remembered.
 *
 * @param seconds of FP32
 * @param bf16Seconds of BF16; infinite where it is not there
 */
public record PrecisionProbe(double seconds, double bf16Seconds) {
    private static final int MOST_ROWS = 4096;
    private static final long NANOS = 40_000_000;
    private static final int WIDENING = 4;

    /** What is not faster by this factor is not worth the digits. */
    private static final double WORTH = 1.1;

    private static final Map<String, PrecisionProbe> KNOWN = new ConcurrentHashMap<>();

    /**
     * On a device.
     *
     * @param rows tokens of a batch
     * @param width of a token, D; the products are (rows, D) by (D, 4 D)
     */
    public static PrecisionProbe of(DeviceChoice device, int rows, int width) {
        int some = Math.min(rows, MOST_ROWS);
        return KNOWN.computeIfAbsent(
                device + " " + some + " " + width, key -> measured(device, some, width));
    }

    private static PrecisionProbe measured(DeviceChoice device, int rows, int width) {
        try (Compute compute = Compute.open(device);
                Compute low = Compute.open(device, Precision.BF16);
                Scope scope = compute.scope();
                Scope lowScope = low.scope()) {
            return scope.kernels().hasOneDnn()
                    ? new PrecisionProbe(seconds(scope, rows, width), low(lowScope, rows, width))
                    : new PrecisionProbe(0, Double.POSITIVE_INFINITY);
        }
    }

    private static double low(Scope scope, int rows, int width) {
        try {
            return seconds(scope, rows, width);
        } catch (EngineException e) {
            return Double.POSITIVE_INFINITY; // a processor that it is not written for
        }
    }

    private static double seconds(Scope scope, int rows, int width) {
        Tensor tokens = scope.full(0.5, rows, width);
        List<Tensor> parameters =
                List.of(
                        scope.full(1, width),
                        scope.full(0, width),
                        scope.full(0.1, WIDENING * width, width),
                        scope.full(0, WIDENING * width),
                        scope.full(0.1, width, WIDENING * width),
                        scope.full(0, width));
        List<WrittenBlock> block =
                List.of(new WrittenBlock("perceptron_alone", parameters, 1e-6, 0, List.of()));
        return Fastest.seconds(NANOS, () -> seconds(scope, tokens, block));
    }

    private static double seconds(Scope scope, Tensor tokens, List<WrittenBlock> block) {
        try (Scope once = scope.sub()) {
            long start = System.nanoTime();
            tokens.in(once).through(block);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Which of the two to take: BF16 where it is worth it. */
    public Precision faster() {
        return bf16Seconds * WORTH < seconds ? Precision.BF16 : Precision.FP32;
    }

    /** What was measured, as a part of a sentence. */
    @Override
    public String toString() {
        return Double.isInfinite(bf16Seconds)
                ? "BF16 is not there"
                : String.format(
                        Locale.ROOT,
                        "a perceptron takes %.2f ms in BF16 and %.2f ms in FP32",
                        1e3 * bf16Seconds,
                        1e3 * seconds);
    }
}
