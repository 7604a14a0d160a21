package io.github.alprolab.alpro.nn;

import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;

/** A prefix of the state dict, in which a module declares its tensors. */
public final class Namespace {
    private final StateDict state;
    private final String prefix;
    private final boolean frozen;

    Namespace(StateDict state, String prefix, boolean frozen) {
        this.state = state;
        this.prefix = prefix;
        this.frozen = frozen;
    }

    /** The namespace of a part, or of a numbered one. */
    public Namespace child(Object name) {
        return new Namespace(state, prefix + name + ".", frozen);
    }

    /** The same namespace for a part that no optimiser changes, as a teacher inside a student. */
    public Namespace frozen() {
        return new Namespace(state, prefix, true);
    }

    /**
     * Declares a float32 tensor, trainable unless this namespace is {@link #frozen}. Its first
     * values depend on seed and name alone.
     */
    public Tensor parameter(String name, Initial initial, long... shape) {
        return declare(name, initial, !frozen, shape);
    }

    /** Declares a float32 tensor that no optimiser changes. */
    public Tensor buffer(String name, Initial initial, long... shape) {
        return declare(name, initial, false, shape);
    }

    /** Declares 0, 1, … as an int64 buffer of shape (1, length). */
    public Tensor positions(String name, int length) {
        long[] values = new long[length];
        Arrays.setAll(values, i -> i);
        Tensor tensor = compute().lasting().of(values, 1, length);
        state.put(new Parameter(prefix + name, tensor, false));
        return tensor;
    }

    /** Declares a second name, relative to this namespace, of a tensor with a full name. */
    public void alias(String name, String fullName) {
        state.alias(prefix + name, fullName);
    }

    /** The full name of the part that this namespace is of; empty for the whole model. */
    public String name() {
        return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
    }

    /** The full name of a tensor in this namespace. */
    public String fullName(String name) {
        return prefix + name;
    }

    private Tensor declare(String name, Initial initial, boolean trainable, long... shape) {
        String full = prefix + name;
        Tensor tensor = state.shapesOnly() ? outline(shape) : filled(full, initial, shape);
        state.put(new Parameter(full, tensor, trainable));
        return tensor;
    }

    private Tensor filled(String full, Initial initial, long... shape) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        Tensor tensor = compute().lasting().full(0, shape);
        state.draw(full, () -> tensor.copyFrom(initial.values(count, state.random().stream(full))));
        return tensor;
    }

    /** One zero seen at every place: it has the shape and costs no memory. */
    private Tensor outline(long... shape) {
        return compute().lasting().full(0).expand(shape);
    }

    private Compute compute() {
        return state.compute();
    }
}
