package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One update of 200 million parameters in the shapes of 28 layers of width 768: the gradient's
 * norm, AdamW, and the gradient cleared.
 */
final class OptimizerSpeed {
    private static final int LAYERS = 28;
    private static final int WIDTH = 768;
    private static final double GIGA = 1e9;
    private static final float GRADIENT = 1e-4f;

    private OptimizerSpeed() {}

    static void measure(SpeedSettings settings) {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(1));
            for (int layer = 0; layer < LAYERS; layer++) {
                declare(state.root().child(layer));
            }
            List<Parameter> parameters = state.trainable();
            AdamW optimizer = new AdamW(compute, parameters, 1e-3);
            Map<Long, Tensor> gradients = gradients(compute, optimizer);
            Stopwatch watch =
                    new Stopwatch(
                            settings.steps(),
                            settings.input(),
                            t -> print(settings, parameters, t));
            int step = 0;
            boolean more = true;
            while (more) {
                fill(optimizer, gradients);
                int number = ++step;
                more = watch.goesOn(() -> optimizer.step(number, 1e-5, 1e9));
            }
        }
    }

    private static void declare(Namespace layer) {
        Initial initial = Initial.constant(0.01);
        for (String name : List.of("query", "key", "value", "dense")) {
            layer.child(name).parameter("weight", initial, WIDTH, WIDTH);
            layer.child(name).parameter("bias", initial, WIDTH);
        }
        layer.child("fc1").parameter("weight", initial, 4 * WIDTH, WIDTH);
        layer.child("fc1").parameter("bias", initial, 4 * WIDTH);
        layer.child("fc2").parameter("weight", initial, WIDTH, 4 * WIDTH);
        layer.child("fc2").parameter("bias", initial, WIDTH);
        for (String name : List.of("norm1", "norm2")) {
            layer.child(name).parameter("weight", initial, WIDTH);
            layer.child(name).parameter("bias", initial, WIDTH);
        }
    }

    /** One for each number of elements: a step clears the optimiser's own. */
    private static Map<Long, Tensor> gradients(Compute compute, AdamW optimizer) {
        Map<Long, Tensor> all = new HashMap<>();
        for (Tensor gradient : optimizer.gradients()) {
            all.computeIfAbsent(
                    gradient.elements(), n -> compute.lasting().full(GRADIENT, gradient.shape()));
        }
        return all;
    }

    private static void fill(AdamW optimizer, Map<Long, Tensor> gradients) {
        for (Tensor gradient : optimizer.gradients()) {
            Tensor values = gradients.get(gradient.elements());
            gradient.copyFrom(values.reshape(gradient.shape()));
        }
    }

    private static void print(
            SpeedSettings settings, List<Parameter> parameters, Stopwatch.Times times) {
        Quartiles seconds = Quartiles.of(times.seconds());
        long count = parameters.stream().mapToLong(p -> p.value().elements()).sum();
        new Line("optimizer", settings)
                .with("parameters", count)
                .with("steps", times.seconds().size())
                .with("step_s", seconds.json())
                .with("processor_s_a_step", times.processor() / times.seconds().size())
                .with("giga_parameters_per_s", count / seconds.median() / GIGA)
                .print();
    }
}
