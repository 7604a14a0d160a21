package io.github.alprolab.bench.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the differences of one case; every expected quantity has to be compared. */
final class Comparison {
    /** From this size on a gradient counts as one; below it is rounding, compared absolutely. */
    private static final double GRADIENT = 1e-6;

    private static final double GRADIENT_TOLERANCE = 1e-4;
    private static final int LARGE_WIDTH = 512;

    private final ParityCase parity;
    private final double tolerance;
    private final List<Difference> all = new ArrayList<>();
    private final Set<String> left;

    Comparison(ParityCase parity) {
        this.parity = parity;
        // Sums over wide layers round more: 1e-5 for the small sizes, 1e-4 for the published one.
        this.tolerance = parity.config().video().width() < LARGE_WIDTH ? 1e-5 : 1e-4;
        this.left = new TreeSet<>(parity.expected().keySet());
    }

    /** What embeddings, scores and losses may differ by. */
    double tolerance() {
        return tolerance;
    }

    /** Compares an output under every name the case gives it, whole or in part. */
    void output(String quantity, Tensor ours) {
        output(quantity, ours, tolerance);
    }

    /** The same with a tolerance of its own. */
    void output(String quantity, Tensor ours, double allowed) {
        float[] values = ours.isFloat() ? ours.floats() : Apart.floats(ours.longs());
        output(quantity, values, ours.shape(), allowed);
    }

    /** Compares what an objective computed. */
    void output(String quantity, StepTensor ours) {
        output(quantity, ours.floats(), ours.shape(), tolerance);
    }

    /** Compares a scalar. */
    void output(String quantity, double ours) {
        output(quantity, new float[] {(float) ours}, new long[0], tolerance);
    }

    private void output(String quantity, float[] values, long[] shape, double allowed) {
        for (String name : parity.expected().keySet()) {
            boolean part = name.startsWith(quantity + "[");
            if (part || name.equals(quantity)) {
                float[] some = part ? Slice.of(name).cut(values, shape) : values;
                all.add(new Difference(name, Apart.largest(some, take(name)), allowed));
            }
        }
    }

    /** Compares whole numbers, which have to be equal. */
    void choice(String quantity, int... ours) {
        if (parity.expected().containsKey(quantity)) {
            long[] values = Arrays.stream(ours).asLongStream().toArray();
            all.add(
                    new Difference(
                            quantity, Apart.largest(Apart.floats(values), take(quantity)), 0));
        }
    }

    /** Compares a single number with one of {@code case.json}. */
    void number(String quantity, double ours, double expected, double allowed) {
        all.add(new Difference(quantity, Math.abs(ours - expected), allowed));
    }

    /** Names and shapes of all tensors, where the case lists them. */
    void names(StateDict state) {
        Set<String> ours = new TreeSet<>();
        state.named()
                .forEach((name, p) -> ours.add(name + " " + Arrays.toString(p.value().shape())));
        Set<String> theirs = new TreeSet<>();
        for (Map.Entry<String, JsonNode> key : parity.json().path("keys").properties()) {
            theirs.add(key.getKey() + " " + key.getValue().toString().replace(",", ", "));
        }
        if (!theirs.isEmpty()) {
            Set<String> common = new TreeSet<>(ours);
            common.retainAll(theirs);
            int apart = ours.size() + theirs.size() - 2 * common.size();
            all.add(new Difference(theirs.size() + " names and shapes of tensors", apart, 0));
        }
    }

    /** Compares every gradient and every norm of a gradient; the worst of each is kept. */
    void gradients(List<Parameter> parameters, List<Tensor> gradients) {
        Difference worst = new Difference("", -1, GRADIENT_TOLERANCE);
        int compared = 0;
        for (int i = 0; i < gradients.size(); i++) {
            String name = parameters.get(i).name();
            for (String quantity : List.of("grad/" + name, "gradnorm/" + name)) {
                if (parity.expected().containsKey(quantity)) {
                    float[] one =
                            quantity.startsWith("gradnorm")
                                    ? norm(gradients.get(i))
                                    : gradients.get(i).floats();
                    double apart = Apart.relative(one, take(quantity), GRADIENT);
                    compared++;
                    // Not «greater than»: a NaN has to win.
                    worst =
                            apart <= worst.largest()
                                    ? worst
                                    : new Difference(quantity, apart, GRADIENT_TOLERANCE);
                }
            }
        }
        if (compared > 0) {
            all.add(
                    new Difference(
                            compared + " gradients, worst " + worst.quantity(),
                            worst.largest(),
                            GRADIENT_TOLERANCE));
        }
    }

    /** Summed in float32 as the expected one: over millions of squares that alone takes 1e-4. */
    private static float[] norm(Tensor gradient) {
        return new float[] {(float) new TensorList(List.of(gradient)).norm()};
    }

    /** All differences; a quantity that nothing was compared with does not pass. */
    List<Difference> result() {
        left.forEach(name -> all.add(new Difference(name + " is not computed", Double.NaN, 0)));
        left.clear();
        return List.copyOf(all);
    }

    private float[] take(String quantity) {
        left.remove(quantity);
        StoredTensor tensor = parity.expected().get(quantity);
        return tensor.integers().length > 0 ? Apart.floats(tensor.integers()) : tensor.values();
    }
}
