package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/** Long-lived tensors that are changed together, in place and outside the graph. */
public final class TensorList {
    private final List<Tensor> tensors;

    public TensorList(List<Tensor> tensors) {
        this.tensors = List.copyOf(tensors);
    }

    /** The tensors in the order they were given; the list cannot be changed. */
    public List<Tensor> tensors() {
        return tensors;
    }

    /**
     * Makes these leaves collect gradients and returns the tensors they are added to; those stay
     * the same, so they are asked for once.
     */
    public TensorList collectGradients() {
        return new TensorList(tensors.stream().map(TensorList::collectGradient).toList());
    }

    private static Tensor collectGradient(Tensor leaf) {
        leaf.array.setRequiresGradient(true);
        try (Scope temporary = leaf.scope.sub()) {
            // The engine makes the gradient tensor in the first backward pass only.
            leaf.scope
                    .compute()
                    .withGradient(
                            () -> {
                                leaf.in(temporary).scale(0).total().backward();
                                return null;
                            });
        }
        return new Tensor(JniUtils.getGradient(leaf.array), leaf.scope);
    }

    /** The length of all values as one vector. */
    public double norm() {
        try (Scope scope = first().scope.sub()) {
            return first().in(scope).run("norms", Tensor.values(tensors)).scalar();
        }
    }

    /**
     * Multiplies every value by {@code most / (norm + 1e-6)} where that is below 1. On a GPU
     * nothing is read for it.
     *
     * @return the length of all values as one vector before, a scalar in {@code scope}
     */
    public Tensor clip(Scope scope, double most) {
        return first().in(scope).run("clip_all", Tensor.values(tensors), IValue.from(most));
    }

    /** Multiplies every value. */
    public void scale(double factor) {
        change("scale_all", Tensor.values(tensors), IValue.from(factor));
    }

    /** Sets every value to 0. */
    public void clear() {
        change("zero_all", Tensor.values(tensors));
    }

    /** Takes over the values of another list of the same shapes, on any device. */
    public void copyFrom(TensorList others) {
        change("copy_all", Tensor.values(tensors), Tensor.values(others.tensors));
    }

    /** Adds the values of another list of the same shapes, on any device. */
    public void add(TensorList others) {
        change("add_all", Tensor.values(tensors), Tensor.values(others.tensors));
    }

    /** Moves every value by a share of its way to that of another list of the same shapes. */
    public void follow(TensorList others, double share) {
        change("follow", Tensor.values(tensors), Tensor.values(others.tensors), IValue.from(share));
    }

    /**
     * One AdamW update of these leaves without weight decay, then a product with {@code shrink}, in
     * one pass over memory: {@code (p - r u) s = p s - (r s) u} is the engine's update with the
     * rate {@code r s}, which multiplies by {@code s} first.
     *
     * @param counters one-value tensors that hold the step, in this list's order; raised by nobody
     */
    public void adamW(
            TensorList gradients,
            TensorList firstMoments,
            TensorList secondMoments,
            TensorList counters,
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double shrink) {
        change(
                "adamw",
                Tensor.values(tensors),
                Tensor.values(gradients.tensors),
                Tensor.values(firstMoments.tensors),
                Tensor.values(secondMoments.tensors),
                Tensor.values(counters.tensors),
                IValue.from(learningRate),
                IValue.from(beta1),
                IValue.from(beta2),
                IValue.from(epsilon),
                IValue.from(shrink));
    }

    private Tensor first() {
        return tensors.get(0);
    }

    private void change(String kernel, IValue... arguments) {
        try (Scope scope = first().scope.sub()) {
            first().in(scope).run(kernel, arguments);
        }
    }
}
