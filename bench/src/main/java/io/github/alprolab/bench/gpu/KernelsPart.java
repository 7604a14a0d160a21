package io.github.alprolab.bench.gpu;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Operations of layers and losses on the device, against the CPU on the same numbers. */
final class KernelsPart implements Part {
    /** Float32 sums of some hundred numbers in another order. */
    private static final double TOLERANCE = 2e-4;

    private static final int ROWS = 64;
    private static final int WIDTH = 96;
    private static final Map<String, UnaryOperator<Tensor>> KERNELS = new LinkedHashMap<>();

    static {
        KERNELS.put("product", x -> x.matmul(x.transpose(0, 1)));
        KERNELS.put("layer norm", x -> Functional.layerNorm(x, row(x, 1), row(x, 2), 1e-6));
        KERNELS.put("linear", x -> Functional.linear(x, x.narrow(0, 0, WIDTH / 3), x.ones(32)));
        KERNELS.put("gelu", Tensor::gelu);
        KERNELS.put("softmax", Tensor::softmax);
        KERNELS.put("normalize", Tensor::normalize);
        KERNELS.put("attention", x -> Functional.selfAttention(x.reshape(4, 16, WIDTH), 4));
        KERNELS.put("cross-entropy", x -> Functional.crossEntropy(x, x.arange(ROWS)).reshape(1));
        KERNELS.put(
                "soft cross-entropy", x -> Functional.softCrossEntropy(x, x.scale(2).softmax()));
        KERNELS.put("rows", x -> x.rows(5, 3, 63));
        KERNELS.put("largest", x -> x.most().atLeast(2));
        KERNELS.put("means", x -> x.mean(0));
    }

    @Override
    public String name() {
        return "kernels against the CPU";
    }

    @Override
    public boolean needsGpu() {
        return true;
    }

    @Override
    public Found look(Place place) {
        Map<String, Object> apart = new LinkedHashMap<>();
        try (Compute cpu = Compute.open(DeviceChoice.CPU);
                Compute device = Compute.open(place.device())) {
            KERNELS.forEach(
                    (name, kernel) ->
                            apart.put(name, largest(values(cpu, kernel), values(device, kernel))));
            apart.put("gradient", largest(gradient(cpu), gradient(device)));
        }
        double most = apart.values().stream().mapToDouble(v -> (double) v).max().orElseThrow();
        return new Found(
                most <= TOLERANCE,
                String.format(
                        Locale.ROOT,
                        "%d operations, at most %.1e apart, %.0e allowed",
                        apart.size(),
                        most,
                        TOLERANCE),
                apart);
    }

    private static Tensor row(Tensor x, int index) {
        return x.select(0, index);
    }

    private static Tensor input(Scope scope) {
        Random random = new Random(7);
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return scope.of(values, ROWS, WIDTH);
    }

    private static float[] values(Compute on, UnaryOperator<Tensor> kernel) {
        try (Scope scope = on.scope()) {
            return kernel.apply(input(scope)).floats();
        }
    }

    /** Of a small network with an attention, with respect to its input. */
    private static float[] gradient(Compute on) {
        Tensor leaf = input(on.lasting());
        TensorList gradients = new TensorList(List.of(leaf)).collectGradients();
        try (Scope scope = on.scope()) {
            return on.withGradient(
                    () -> {
                        Tensor qkv = leaf.in(scope).reshape(4, 16, WIDTH);
                        Functional.selfAttention(qkv, 4).gelu().total().backward();
                        return gradients.tensors().get(0).floats();
                    });
        }
    }

    /** Largest difference, in shares of the largest value where that is above 1; NaN counts. */
    static double largest(float[] expected, float[] given) {
        double most = 0;
        double size = 1;
        for (int i = 0; i < expected.length; i++) {
            double apart = Math.abs((double) expected[i] - given[i]);
            most = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(most, apart);
            size = Math.max(size, Math.abs(expected[i]));
        }
        return most / size;
    }
}
