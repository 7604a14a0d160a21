package io.github.alprolab.alpro.tensor;

import ai.djl.engine.EngineException;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * How long the products of a perceptron take in FP32 and in 16 bits, casts included. Measured where
 * it is first asked, in about a tenth of a second, and remembered.
 *
 * @param low the 16 bits: BF16 or FP16
 * @param seconds of FP32
 * @param lowSeconds of 16 bits; infinite where they are not there
 */
public record PrecisionProbe(Precision low, double seconds, double lowSeconds) {
    private static final int MOST_ROWS = 4096;
    private static final long NANOS = 40_000_000;
    private static final int WIDENING = 4;
    private static final double EPSILON = 1e-6;

    /** What is not faster by this factor is not worth the digits. */
    private static final double WORTH = 1.1;

    private static final Map<String, PrecisionProbe> KNOWN = new ConcurrentHashMap<>();

    /**
     * On a device.
     *
     * @param low BF16 or FP16
     * @param rows tokens of a batch
     * @param width of a token, D; the products are (rows, D) by (D, 4 D)
     */
    public static PrecisionProbe of(DeviceChoice device, Precision low, int rows, int width) {
        int some = Math.min(rows, MOST_ROWS);
        return KNOWN.computeIfAbsent(
                device + " " + low + " " + some + " " + width,
                key -> measured(device, low, some, width));
    }

    private static PrecisionProbe measured(
            DeviceChoice device, Precision low, int rows, int width) {
        try (Compute compute = Compute.open(device);
                Compute lowCompute = Compute.open(device, low);
                Scope scope = compute.scope();
                Scope lowScope = lowCompute.scope()) {
            return new PrecisionProbe(low, seconds(scope, rows, width), low(lowScope, rows, width));
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
        UnaryOperator<Tensor> perceptron =
                tokens.isWrittenForward() ? written(parameters) : plain(parameters);
        return Fastest.seconds(NANOS, () -> seconds(scope, tokens, perceptron));
    }

    private static UnaryOperator<Tensor> written(List<Tensor> parameters) {
        List<WrittenBlock> block =
                List.of(new WrittenBlock("perceptron_alone", parameters, EPSILON, 0, List.of()));
        return tokens -> tokens.through(block);
    }

    private static UnaryOperator<Tensor> plain(List<Tensor> p) {
        return tokens ->
                tokens.through(
                        x -> {
                            Tensor even = Functional.layerNorm(x, p.get(0), p.get(1), EPSILON);
                            Tensor wide = Functional.linear(even, p.get(2), p.get(3)).gelu();
                            return x.add(Functional.linear(wide, p.get(4), p.get(5)));
                        });
    }

    /** Reading one value waits for a device that works on its own. */
    private static double seconds(Scope scope, Tensor tokens, UnaryOperator<Tensor> perceptron) {
        try (Scope once = scope.sub()) {
            long start = System.nanoTime();
            perceptron.apply(tokens.in(once)).narrow(0, 0, 1).narrow(1, 0, 1).scalar();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Whether 16 bits are worth it. */
    public boolean lowIsFaster() {
        return lowSeconds * WORTH < seconds;
    }

    /** Which of the two to take. */
    public Precision faster() {
        return lowIsFaster() ? low : Precision.FP32;
    }

    /** What was measured, as a part of a sentence. */
    @Override
    public String toString() {
        return Double.isInfinite(lowSeconds)
                ? low + " is not there"
                : String.format(
                        Locale.ROOT,
                        "a perceptron takes %.2f ms in %s and %.2f ms in FP32",
                        1e3 * lowSeconds,
                        low,
                        1e3 * seconds);
    }
}
