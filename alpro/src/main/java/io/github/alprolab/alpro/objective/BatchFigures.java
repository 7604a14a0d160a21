package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Figures of a batch in the order in which they are told. Those that lie on the device are read all
 * at once, when the last of them is there, so that a step waits for the device a single time.
 */
final class BatchFigures {
    private final Map<Metric, Double> values = new LinkedHashMap<>();
    private final Map<Metric, Unread> unread = new LinkedHashMap<>();

    private record Unread(Tensor tensor, ToDoubleFunction<float[]> figure) {}

    void add(Metric metric, double value) {
        values.put(metric, value);
        unread.remove(metric);
    }

    /** The value of a scalar. */
    void add(Metric metric, Tensor scalar) {
        add(metric, scalar, read -> read[0]);
    }

    /** What follows from the values of a tensor. */
    void add(Metric metric, Tensor tensor, ToDoubleFunction<float[]> figure) {
        values.put(metric, Double.NaN); // its place among the others
        unread.put(metric, new Unread(tensor, figure));
    }

    /** Takes over others, behind those that are here. */
    void addAll(BatchFigures others) {
        others.values.forEach(this::add);
        others.unread.forEach((metric, u) -> add(metric, u.tensor, u.figure));
    }

    /** All of them in numbers. */
    Map<Metric, Double> read() {
        if (!unread.isEmpty()) {
            Tensor[] rows =
                    unread.values().stream().map(u -> u.tensor.reshape(-1)).toArray(Tensor[]::new);
            float[] read = Tensor.concat(0, rows).floats();
            int from = 0;
            for (Map.Entry<Metric, Unread> one : unread.entrySet()) {
                int to = from + (int) one.getValue().tensor.elements();
                float[] own = Arrays.copyOfRange(read, from, to);
                values.put(one.getKey(), one.getValue().figure.applyAsDouble(own));
                from = to;
            }
            unread.clear();
        }
        return values;
    }
}
