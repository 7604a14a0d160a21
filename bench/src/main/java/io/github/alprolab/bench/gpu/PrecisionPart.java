package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.alpro.tensor.MatrixProbe;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** TF32 against float32: how much faster a product is, and how far off. */
final class PrecisionPart implements Part {
    private static final int WIDE = 4096;
    private static final int EDGE = 512;

    /** Ten bits behind the point, over sums of some hundred products. */
    private static final double TOLERANCE = 5e-3;

    @Override
    public String name() {
        return "TF32 against float32";
    }

    @Override
    public boolean needsGpu() {
        return true;
    }

    @Override
    public Found look(Place place) {
        DeviceChoice exact = place.device().isGpu() ? place.device() : DeviceChoice.GPU;
        DeviceChoice fast = exact.tensorFloat32();
        if (EngineInfo.current().refusal(fast).isPresent()) {
            return new Found(true, EngineInfo.current().refusal(fast).get(), Map.of());
        }
        double apart = KernelsPart.largest(product(exact), product(fast));
        double slow = MatrixProbe.operationsPerSecond(exact, WIDE);
        double quick = MatrixProbe.operationsPerSecond(fast, WIDE);
        Compute.open(exact).close(); // the switch holds for the process
        return new Found(
                apart <= TOLERANCE,
                String.format(
                        Locale.ROOT,
                        "products %.1e apart, %.0f GFLOP/s instead of %.0f",
                        apart,
                        quick / 1e9,
                        slow / 1e9),
                Map.of("apart", apart, "fp32_gflops", slow / 1e9, "tf32_gflops", quick / 1e9));
    }

    private static float[] product(DeviceChoice device) {
        Random random = new Random(3);
        float[] values = new float[EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        try (Compute compute = Compute.open(device);
                Scope scope = compute.scope()) {
            Tensor matrix = scope.of(values, EDGE, EDGE);
            return matrix.matmul(matrix).floats();
        }
    }
}
