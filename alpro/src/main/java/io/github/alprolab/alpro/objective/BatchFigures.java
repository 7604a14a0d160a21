package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Figures of a batch in the order in which they are told. Those that lie on the device are read all
 * at once, when the last of them is there, so that a step waits for the device a single time.
 */
public final class BatchFigures {
    private final Map<Metric, Double> values = new LinkedHashMap<>();
    private final Map<Metric, Unread> unread = new LinkedHashMap<>();

    private record Unread(Tensor tensor, ToDoubleFunction<float[]> figure) {}

    /** Figures that are known. */
    public static BatchFigures of(Map<Metric, Double> known) {
        BatchFigures figures = new BatchFigures();
        known.forEach(figures::add);
        return figures;
    }

    /** A figure that is known. */
    public void add(Metric metric, double value) {
        values.put(metric, value);
        unread.remove(metric);
    }

    /** The value of a scalar. */
    public void add(Metric metric, Tensor scalar) {
        add(metric, scalar, read -> read[0]);
    }

    /** The share of a tensor's values that are 0. */
    public void addShareOfZeros(Metric metric, Tensor tensor) {
        add(metric, tensor, StepTensor::shareOfZeros);
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

    /** The same in a scope that outlives the batch's, what is unread copied there. */
    public BatchFigures in(Scope scope) {
        BatchFigures kept = of(values);
        unread.forEach(
                (metric, u) -> kept.add(metric, u.tensor.detached().in(scope).scale(1), u.figure));
        return kept;
    }

    /** All of them in numbers. */
    public Map<Metric, Double> read() {
        return read(List.of(this)).get(0);
    }

    /** The same of several, in one reading; all on one device. */
    public static List<Map<Metric, Double>> read(List<BatchFigures> all) {
        List<Tensor> rows = new ArrayList<>();
        all.forEach(one -> one.unread.values().forEach(u -> rows.add(u.tensor.reshape(-1))));
        if (!rows.isEmpty()) {
            float[] read = Tensor.concat(0, rows.toArray(Tensor[]::new)).floats();
            int from = 0;
            for (BatchFigures one : all) {
                from = one.fill(read, from);
            }
        }
        return all.stream().map(one -> one.values).toList();
    }

    private int fill(float[] read, int start) {
        int from = start;
        for (Map.Entry<Metric, Unread> one : unread.entrySet()) {
            int to = from + (int) one.getValue().tensor.elements();
            float[] own = Arrays.copyOfRange(read, from, to);
            values.put(one.getKey(), one.getValue().figure.applyAsDouble(own));
            from = to;
        }
        unread.clear();
        return from;
    }
}
