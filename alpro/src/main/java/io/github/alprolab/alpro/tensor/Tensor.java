package io.github.alprolab.alpro.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A tensor of float32 (values) or int64 (indices) that lives in one {@link Scope}, with the algebra
 * of tensors; what layers and losses compute of several is in {@link Functional}.
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

    /** Ones of a shape on this device, in this scope; without lengths the scalar 1. */
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

    /** 0, 1, … as int64 (count), made on this device. */
    public Tensor arange(int count) {
        return run("places", value(this), IValue.from((long) count));
    }

    /** One whole number repeatedly, as int64 (count), made on this device. */
    public Tensor repeated(long number, int count) {
        return run("whole_numbers", value(this), IValue.from(number), IValue.from((long) count));
    }

    /**
     * For these scores (N, N), a row for each thing of one kind, one other thing for each of both
     * kinds, never the one at its own place; the likelier the higher its score: a draw from the
     * softmax of the others, in float64; no gradient.
     *
     * @param uniform 2 N numbers from 0 to below 1: what is drawn for columns, then for rows
     * @return places (2, N) as int64: of a row for each column, then of a column for each row
     */
    public Tensor drawnOthers(double... uniform) {
        Tensor wanted = scope.of(uniform, 2, uniform.length / 2);
        return run("drawn_others", value(this), value(wanted));
    }

    /** The exact (erf) Gaussian error linear unit. */
    public Tensor gelu() {
        return run("gelu", value(this));
    }

    /** The larger of 0 and each value, in the same shape. */
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

    /** Sum with a constant. */
    public Tensor add(double number) {
        return run("add_number", value(this), IValue.from(number));
    }

    /** e to the power of each value. */
    public Tensor exp() {
        return run("exp", value(this));
    }

    /** Natural logarithm of each value. */
    public Tensor log() {
        return run("log", value(this));
    }

    /** These values on the device of another tensor, with their gradient; itself where it is. */
    public Tensor beside(Tensor other) {
        return in(other).run("beside", value(this), value(other));
    }

    /** These values where {@code mask} is above 0.5, and {@code other}'s elsewhere; broadcasts. */
    public Tensor keptWhere(Tensor mask, Tensor other) {
        return run("kept_where", value(this), value(mask), value(other));
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

    /** Logarithm of the softmax over the last axis. */
    public Tensor logSoftmax() {
        return run("log_softmax", value(this));
    }

    /** Scales every row of the last axis to length 1: {@code x / max(|x|, 1e-12)}. */
    public Tensor normalize() {
        return run("normalize", value(this));
    }

    /** Zeroes each value with probability {@code p} and scales the others; identity at 0. */
    public Tensor dropout(double p) {
        return p == 0 ? this : drawing("dropout", value(this), IValue.from(p));
    }

    /**
     * Stochastic depth: zeroes whole entries of the first axis with probability {@code p} and
     * divides the others by {@code 1 - p}; identity at 0.
     */
    public Tensor dropPath(double p) {
        return p == 0 ? this : drawing("drop_rows", value(this), IValue.from(1 - p));
    }

    /** The largest value of the last axis, which disappears. */
    public Tensor most() {
        return run("most", value(this));
    }

    /** 1 where a value reaches a number and 0 elsewhere, float32; no gradient. */
    public Tensor atLeast(double number) {
        return run("at_least", value(this), IValue.from(number), value(scope.full(0)));
    }

    /** Index of the largest value in the last axis, int64. */
    public Tensor argMax() {
        return run("arg_max", value(this));
    }

    /**
     * Runs a block of a network on this tensor. Without gradients the block's inner values are
     * given back at once. In a training scope the block's random draws come from a seed of their
     * own, and with gradient checkpointing its inner values are given back too and computed again
     * in the backward pass. Its products are in 16 bits where the device was opened for them; what
     * goes in and comes out is in 32. The block's result must depend on this tensor and on
     * parameters alone, as far as gradients are concerned.
     */
    public Tensor through(UnaryOperator<Tensor> block) {
        return Blocks.through(this, block);
    }

    /**
     * Runs written blocks on this tensor, its rows in lanes side by side, where {@link #isWritten}
     * says so: the same as their plain counterparts, up to rounding and to what is dropped. Only
     * this tensor's values and the parameters' have gradients.
     *
     * @param beside what every block sees beside its input, of as many rows, or no values
     */
    public Tensor through(List<WrittenBlock> blocks, Tensor beside) {
        return Blocks.through(this, blocks, beside);
    }

    /** {@link #through(List, Tensor)} with nothing beside. */
    public Tensor through(List<WrittenBlock> blocks) {
        return through(blocks, scope.full(0, 0));
    }

    /**
     * Whether {@link #through(List, Tensor)} is there for this tensor: on a processor, where nobody
     * watches attention, and with gradients in a training scope only.
     *
     * @param rate of what the blocks drop in training; not 1, at which nothing is left
     */
    public boolean isWritten(double rate) {
        return rate < 1 && Blocks.areWrittenFor(this);
    }

    /** Whether written blocks are there for this tensor and no gradients are recorded. */
    public boolean isWrittenForward() {
        return !JniUtils.isGradMode() && Blocks.areWrittenFor(this);
    }

    /** The gradient that a leaf has collected, in {@code scope}; null for none. */
    Tensor gradient(Scope scope) {
        PtNDArray gradient = JniUtils.getGradient(array);
        if (gradient == null) {
            return null;
        }
        gradient.attach(scope.manager());
        return new Tensor(gradient, scope);
    }

    /** The same values outside the graph, sharing memory; this tensor stays in the graph. */
    public Tensor detached() {
        return run("detach", value(this));
    }

    /** Back-propagates from this scalar into every leaf's gradient. */
    public void backward() {
        boolean again = scope.blocks().isPresent() && scope.blocks().get().kept();
        try (var ones = (PtNDArray) array.getManager().ones(array.getShape())) {
            JniUtils.backward(array, ones, again, false);
            scope.blocks().ifPresent(Blocks::backward);
        } catch (EngineException e) {
            throw DeviceMemoryException.of(e);
        }
    }

    /** Number of values. */
    public long elements() {
        return array.size();
    }

    /** Bytes of its values, outside the Java heap; 0 when its scope is closed. */
    public long bytes() {
        return array.isReleased() ? 0 : elements() * array.getDataType().getNumOfBytes();
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

    /**
     * Overwrites all values with one number, outside the graph and without a copy from the heap.
     */
    public void fill(double number) {
        try (Scope temporary = scope.sub()) {
            scope.compute()
                    .withoutGradient(
                            () -> in(temporary).run("fill", value(this), IValue.from(number)));
        }
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
        return scope.compute().host().read(array, PtNDArray::toFloatArray);
    }

    /** All int64 values. */
    public long[] longs() {
        return scope.compute().host().read(array, PtNDArray::toLongArray);
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
        return new Tensor(scope.run(kernel, arguments), scope);
    }

    /** {@link #run} of a kernel that draws. */
    Tensor drawing(String kernel, IValue... arguments) {
        return scope.compute().draws().draw(() -> run(kernel, arguments));
    }

    Tensor runByOneDnn(String kernel, IValue... arguments) {
        return new Tensor(kernels().runByOneDnn(scope.manager(), kernel, arguments), scope);
    }

    Kernels kernels() {
        return scope.kernels();
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
