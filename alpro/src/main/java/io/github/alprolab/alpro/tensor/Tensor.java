package io.github.alprolab.alpro.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A tensor of float32 (values) or int64 (indices) that lives in one {@link Scope}.
 *
 * <p>Every operation returns a new tensor in the scope of its first operand's step and keeps the
 * gradient, unless it says otherwise. Nothing is closed by hand: the scope does it.
 */
public final class Tensor {
    final PtNDArray array;
    final Scope scope;

    Tensor(PtNDArray array, Scope scope) {
        this.array = array;
        this.scope = scope;
    }

    /** Lengths of the axes. */
    public long[] shape() {
        return array.getShape().getShape();
    }

    /** Length of one axis; a negative axis counts from the end. */
    public int size(int axis) {
        long[] shape = shape();
        return Math.toIntExact(shape[axis < 0 ? shape.length + axis : axis]);
    }

    /** This tensor, its results living in another scope. */
    public Tensor in(Scope other) {
        return new Tensor(array, other);
    }

    /** This tensor, its results living where those of {@code other} do. */
    public Tensor in(Tensor other) {
        return in(other.scope);
    }

    /** The scalar 1 on this device, in this scope. */
    public Tensor one() {
        return scope.full(1);
    }

    /** Ones of a shape on this device, in this scope. */
    public Tensor ones(long... shape) {
        return scope.full(1, shape);
    }

    /** A float32 vector on this device, in this scope. */
    public Tensor vector(float... values) {
        return scope.of(values, values.length);
    }

    /** An int64 vector on this device, in this scope. */
    public Tensor indices(long... values) {
        return scope.of(values, values.length);
    }

    /** 0, 1, … as int64 (count), in this scope. */
    public Tensor arange(int count) {
        long[] values = new long[count];
        Arrays.setAll(values, i -> i);
        return indices(values);
    }

    /** {@code x W' + b}: x (…, in), W (out, in), b (out) to (…, out). */
    public Tensor linear(Tensor weight, Tensor bias) {
        return run("linear", value(this), value(weight), value(bias));
    }

    /** Layer normalisation over the last axis. */
    public Tensor layerNorm(Tensor weight, Tensor bias, double epsilon) {
        return run("layer_norm", value(this), value(weight), value(bias), IValue.from(epsilon));
    }

    /** The exact (erf) Gaussian error linear unit. */
    public Tensor gelu() {
        return run("gelu", value(this));
    }

    public Tensor relu() {
        return run("relu", value(this));
    }

    /** Sum with broadcasting. */
    public Tensor add(Tensor other) {
        return run("add", value(this), value(other));
    }

    /** Difference with broadcasting. */
    public Tensor subtract(Tensor other) {
        return run("subtract", value(this), value(other));
    }

    /** Elementwise product with broadcasting. */
    public Tensor multiply(Tensor other) {
        return run("multiply", value(this), value(other));
    }

    /** Elementwise quotient with broadcasting. */
    public Tensor divide(Tensor other) {
        return run("divide", value(this), value(other));
    }

    /** Product with a constant. */
    public Tensor scale(double factor) {
        return run("scale", value(this), IValue.from(factor));
    }

    /** Matrix product over the last two axes. */
    public Tensor matmul(Tensor other) {
        return run("matmul", value(this), value(other));
    }

    /** Exchanges two axes. */
    public Tensor transpose(int first, int second) {
        return run("transpose", value(this), IValue.from((long) first), IValue.from((long) second));
    }

    /** Re-orders all axes. */
    public Tensor permute(long... axes) {
        return run("permute", value(this), IValue.listFrom(axes));
    }

    /** The same values in another shape; one length may be -1. */
    public Tensor reshape(long... shape) {
        return run("reshape", value(this), IValue.listFrom(shape));
    }

    /** Repeats axes of length 1 without copying; -1 keeps a length. */
    public Tensor expand(long... shape) {
        return run("expand", value(this), IValue.listFrom(shape));
    }

    /** {@code length} entries of an axis from {@code start}. */
    public Tensor narrow(int axis, long start, long length) {
        return run(
                "narrow",
                value(this),
                IValue.from((long) axis),
                IValue.from(start),
                IValue.from(length));
    }

    /** One entry of an axis, which disappears. */
    public Tensor select(int axis, long index) {
        return run("select", value(this), IValue.from((long) axis), IValue.from(index));
    }

    /** Rows of the first axis by index (R). */
    public Tensor rows(int... index) {
        return rows(scope.indices(index));
    }

    /** Rows of the first axis by an int64 index tensor (R). */
    public Tensor rows(Tensor index) {
        return run("rows", value(this), value(index));
    }

    /** Joins tensors along an axis; the result lives in the first one's scope. */
    public static Tensor concat(int axis, Tensor... parts) {
        PtNDArray[] arrays = Arrays.stream(parts).map(p -> p.array).toArray(PtNDArray[]::new);
        return parts[0].run("concat", IValue.listFrom(arrays), IValue.from((long) axis));
    }

    /** Mean over one axis, which disappears. */
    public Tensor mean(int axis) {
        return run("mean", value(this), IValue.from((long) axis));
    }

    /** Sum over one axis, which disappears. */
    public Tensor sum(int axis) {
        return run("sum", value(this), IValue.from((long) axis));
    }

    /** Sum of all values, a scalar. */
    public Tensor total() {
        return run("total", value(this));
    }

    /** Softmax over the last axis. */
    public Tensor softmax() {
        return run("softmax", value(this));
    }

    /** Scales every row of the last axis to length 1: {@code x / max(|x|, 1e-12)}. */
    public Tensor normalize() {
        return run("normalize", value(this));
    }

    /** Zeroes each value with probability {@code p} and scales the others; identity at 0. */
    public Tensor dropout(double p) {
        return p == 0 ? this : run("dropout", value(this), IValue.from(p));
    }

    /**
     * Stochastic depth: zeroes whole entries of the first axis with probability {@code p} and
     * divides the others by {@code 1 - p}; identity at 0.
     */
    public Tensor dropPath(double p) {
        return p == 0 ? this : run("drop_rows", value(this), IValue.from(1 - p));
    }

    /** Looks up rows of this table (V, D); {@code padding} gets no gradient, -1 for none. */
    public Tensor embedding(Tensor ids, int padding) {
        return run("embedding", value(this), value(ids), IValue.from((long) padding));
    }

    /** Images (N, 3, H, W) to non-overlapping projected patches (N, P, D), row-major. */
    public Tensor patches(Tensor weight, Tensor bias, int patch) {
        return run("patches", value(this), value(weight), value(bias), IValue.from((long) patch));
    }

    /**
     * Multi-head softmax attention, scaled by 1/sqrt(d), without a mask.
     *
     * @return (N, S, D) for this (N, S, 3D), which holds queries, keys and values side by side
     */
    public Tensor selfAttention(int heads) {
        return run("self_attention", value(this), IValue.from((long) heads));
    }

    /**
     * Multi-head attention of these queries (N, Q, D) to keys and values (N, S, D).
     *
     * @param mask added to the scores, (N, 1, 1, S)
     * @param dropout rate on the probabilities
     * @return (N, Q, D)
     */
    public Tensor attend(Tensor keys, Tensor values, Tensor mask, int heads, double dropout) {
        return run(
                "masked_attention",
                value(this),
                value(keys),
                value(values),
                value(mask),
                IValue.from((long) heads),
                IValue.from(dropout));
    }

    /** Mean cross-entropy of these logits (R, classes) with labels (R); -100 is left out. */
    public Tensor crossEntropy(Tensor labels) {
        return run("cross_entropy", value(this), value(labels));
    }

    /** Cross-entropy per row of these logits (R, classes) with target distributions, (R). */
    public Tensor softCrossEntropy(Tensor target) {
        return run("soft_cross_entropy", value(this), value(target));
    }

    /** Nearest-neighbour resize of the last axis of (N, C, length). */
    public Tensor nearest(int length) {
        return run("nearest", value(this), IValue.from((long) length));
    }

    /** Index of the largest value in the last axis, int64. */
    public Tensor argMax() {
        return run("arg_max", value(this));
    }

    /**
     * Runs a block of a network on this tensor. Without gradients the block's inner values are
     * given back at once. In a training scope the block's random draws come from a seed of their
     * own, and with gradient checkpointing its inner values are given back too and computed again
     * in the backward pass. The block's result must depend on this tensor and on parameters alone,
     * as far as gradients are concerned.
     */
    public Tensor through(UnaryOperator<Tensor> block) {
        if (!JniUtils.isGradMode()) {
            return resultOf(block);
        }
        return scope.blocks().isPresent()
                ? scope.blocks().get().run(this, block)
                : block.apply(this);
    }

    /** A block's result outside the graph; all else that it made is freed. */
    Tensor resultOf(UnaryOperator<Tensor> block) {
        try (Scope inner = scope.sub()) {
            return block.apply(in(inner)).in(this).detached();
        }
    }

    /** The same values outside the graph, sharing memory; this tensor stays in the graph. */
    public Tensor detached() {
        return run("detach", value(this));
    }

    /**
     * Makes this leaf collect gradients and returns the tensor they are added to; it stays the same
     * one, so it is asked for once.
     */
    public Tensor collectGradient() {
        array.setRequiresGradient(true);
        try (Scope temporary = scope.sub()) {
            // The engine makes the gradient tensor in the first backward pass only.
            scope.compute()
                    .withGradient(
                            () -> {
                                in(temporary).scale(0).total().backward();
                                return null;
                            });
        }
        return new Tensor(JniUtils.getGradient(array), scope);
    }

    /** Back-propagates from this scalar into every leaf's gradient. */
    public void backward() {
        boolean again = scope.blocks().isPresent() && scope.blocks().get().kept();
        try (var ones = (PtNDArray) array.getManager().ones(array.getShape())) {
            JniUtils.backward(array, ones, again, false);
        }
        scope.blocks().ifPresent(Blocks::backward);
    }

    /** Whether a gradient can flow into it; the engine's own method answers for leaves only. */
    boolean isInGraph() {
        return run("in_graph", value(this)).scalar() == 1;
    }

    /** Number of values. */
    public long elements() {
        return array.size();
    }

    /** Overwrites the values in place, outside the graph. */
    public void copyFrom(float[] values) {
        try (Scope temporary = scope.sub()) {
            copyFrom(temporary.of(values, shape()));
        }
    }

    /**
     * Overwrites the values in place with those of a tensor of the same shape, outside the graph.
     */
    public void copyFrom(Tensor source) {
        source.scope
                .compute()
                .withoutGradient(() -> source.run("copy", value(this), value(source)));
    }

    /** Limits the values in place, outside the graph. */
    public void clamp(double least, double most) {
        try (Scope temporary = scope.sub()) {
            scope.compute()
                    .withoutGradient(
                            () ->
                                    in(temporary)
                                            .run(
                                                    "clamp",
                                                    value(this),
                                                    IValue.from(least),
                                                    IValue.from(most)));
        }
    }

    /** All values, row-major; a copy on the Java heap. */
    public float[] floats() {
        return array.toFloatArray();
    }

    /** All int64 values. */
    public long[] longs() {
        return array.toLongArray();
    }

    /** The only value of a scalar. */
    public double scalar() {
        return floats()[0];
    }

    /** Values of a matrix by row. */
    public float[][] matrix() {
        float[] values = floats();
        int columns = size(-1);
        float[][] rows = new float[columns == 0 ? 0 : values.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    Tensor run(String kernel, IValue... arguments) {
        return new Tensor(scope.kernels().run(scope.manager(), kernel, arguments), scope);
    }

    static IValue value(Tensor tensor) {
        return IValue.from(tensor.array);
    }

    static IValue values(List<Tensor> tensors) {
        return IValue.listFrom(tensors.stream().map(t -> t.array).toArray(PtNDArray[]::new));
    }

    /** Whether it holds float32 values; int64 otherwise. */
    public boolean isFloat() {
        return array.getDataType() == DataType.FLOAT32;
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape());
    }
}
