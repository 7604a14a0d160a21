package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Functional;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A tensor of one step, of 32-bit numbers. Every operation gives a new one and keeps the gradient,
 * unless it says otherwise; nothing is changed in place and nothing is closed by hand. Shapes are
 * compared before anything is computed.
 */
public final class StepTensor {
    private final Tensor tensor;
    private final Step step;

    StepTensor(Tensor tensor, Step step) {
        this.tensor = tensor;
        this.step = step;
    }

    Tensor tensor() {
        if (step.shared().over()) {
            throw new IllegalStateException(
                    "Objective “%s”: a tensor of a step that is over was used; keep numbers instead, such as x.value()."
                            .formatted(step.name()));
        }
        return tensor;
    }

    StepTensor run(UnaryOperator<Tensor> work) {
        return step.wrapped(work.apply(tensor()));
    }

    /** Lengths of the axes; none for a scalar. */
    public long[] shape() {
        return tensor.shape();
    }

    /** Length of one axis; a negative axis counts from the end. */
    public int size(int axis) {
        return (int) shape()[axis(axis)];
    }

    /** Sum; an axis of length 1 is repeated. */
    public StepTensor add(StepTensor other) {
        requireBroadcast("add", other);
        return run(t -> t.add(other.tensor()));
    }

    /** Sum with a number. */
    public StepTensor add(double number) {
        return run(t -> t.add(number));
    }

    /** Difference; an axis of length 1 is repeated. */
    public StepTensor subtract(StepTensor other) {
        requireBroadcast("subtract", other);
        return run(t -> t.subtract(other.tensor()));
    }

    /** Product of each two values; an axis of length 1 is repeated. */
    public StepTensor multiply(StepTensor other) {
        requireBroadcast("multiply", other);
        return run(t -> t.multiply(other.tensor()));
    }

    /** Product with a number. */
    public StepTensor multiply(double number) {
        return run(t -> t.scale(number));
    }

    /** Quotient of each two values; an axis of length 1 is repeated. */
    public StepTensor divide(StepTensor other) {
        requireBroadcast("divide", other);
        return run(t -> t.divide(other.tensor()));
    }

    /** Matrix product over the last two axes: (…, n, k) by (…, k, m) to (…, n, m). */
    public StepTensor matmul(StepTensor other) {
        boolean fits =
                shape().length >= 2
                        && other.shape().length >= 2
                        && size(-1) == other.size(-2)
                        && broadcast(outer(shape()), outer(other.shape()));
        if (!fits) {
            throw misfit("matmul", other, "(…, n, k) and (…, k, m)");
        }
        return run(t -> t.matmul(other.tensor()));
    }

    /** e to the power of each value. */
    public StepTensor exp() {
        return run(Tensor::exp);
    }

    /** Natural logarithm of each value. */
    public StepTensor log() {
        return run(Tensor::log);
    }

    /** 0 for values below 0. */
    public StepTensor relu() {
        return run(Tensor::relu);
    }

    /** The exact Gaussian error linear unit. */
    public StepTensor gelu() {
        return run(Tensor::gelu);
    }

    /** Probabilities over the last axis. */
    public StepTensor softmax() {
        return run(Tensor::softmax);
    }

    /** Logarithms of probabilities over the last axis. */
    public StepTensor logSoftmax() {
        return run(Tensor::logSoftmax);
    }

    /** Scales every vector of the last axis to length 1. */
    public StepTensor normalize() {
        return run(Tensor::normalize);
    }

    /** Exchanges two axes. */
    public StepTensor transpose(int first, int second) {
        int a = axis(first);
        int b = axis(second);
        return run(t -> t.transpose(a, b));
    }

    /** The same values in another shape; one length may be -1. */
    public StepTensor reshape(long... shape) {
        long known = LongStream.of(shape).filter(n -> n != -1).reduce(1, (a, b) -> a * b);
        long unknown = LongStream.of(shape).filter(n -> n == -1).count();
        long all = tensor.elements();
        boolean fits =
                LongStream.of(shape).allMatch(n -> n >= -1)
                        && (unknown == 0 ? known == all : unknown == 1 && known > 0)
                        && (unknown == 0 || all % known == 0);
        if (!fits) {
            throw new IllegalArgumentException(
                    "Objective “%s”: reshape cannot make %s of %s: the number of values differs."
                            .formatted(step.name(), words(shape), this));
        }
        return run(t -> t.reshape(shape));
    }

    /** {@code length} entries of an axis from {@code start}. */
    public StepTensor narrow(int axis, int start, int length) {
        int at = axis(axis);
        if (start < 0 || length < 1 || start + length > size(at)) {
            throw new IllegalArgumentException(
                    "Objective “%s”: narrow(%d, %d, %d) leaves %s; axis %d has %d entries."
                            .formatted(step.name(), axis, start, length, this, axis, size(at)));
        }
        return run(t -> t.narrow(at, start, length));
    }

    /** One entry of an axis, which disappears. */
    public StepTensor select(int axis, int index) {
        int at = axis(axis);
        if (index < 0 || index >= size(at)) {
            throw new IllegalArgumentException(
                    "Objective “%s”: select(%d, %d) leaves %s; axis %d has %d entries."
                            .formatted(step.name(), axis, index, this, axis, size(at)));
        }
        return run(t -> t.select(at, index));
    }

    /** Entries of the first axis, in this order. */
    public StepTensor rows(int... index) {
        axis(0);
        for (int i : index) {
            if (i < 0 || i >= size(0)) {
                throw new IllegalArgumentException(
                        "Objective “%s”: rows(…) asks for row %d of %s, which has %d."
                                .formatted(step.name(), i, this, size(0)));
            }
        }
        return run(t -> t.in(step.scope()).rows(index));
    }

    /** The same with places of the device, int64. */
    StepTensor rows(StepTensor index) {
        return run(t -> t.in(step.scope()).rows(index.tensor()));
    }

    /** With the entries of an axis in reverse for the rows of the first axis that say so. */
    public StepTensor reversed(int axis, boolean[] where) {
        int at = axis(axis);
        if (at == 0 || where.length != size(0)) {
            throw new IllegalArgumentException(
                    "Objective “%s”: reversed(%d, …) reads one flag for each of the %d rows of %s and an axis behind the first; %d flags are given."
                            .formatted(step.name(), axis, size(0), this, where.length));
        }
        StepTensor front = at == 1 ? this : transpose(1, at);
        long[] shape = front.shape();
        int length = (int) shape[1];
        int[] order = new int[where.length * length];
        for (int i = 0; i < order.length; i++) {
            int place = i % length;
            order[i] = i / length * length + (where[i / length] ? length - 1 - place : place);
        }
        StepTensor turned = front.reshape(order.length, -1).rows(order).reshape(shape);
        return at == 1 ? turned : turned.transpose(1, at);
    }

    /** This and others, one behind the other along an axis. */
    public StepTensor joined(int axis, StepTensor... others) {
        int at = axis(axis);
        for (StepTensor other : others) {
            long[] a = shape().clone();
            long[] b = other.shape().clone();
            if (a.length == b.length) {
                a[at] = 0;
                b[at] = 0;
            }
            if (!Arrays.equals(a, b)) {
                throw misfit("joined along axis " + axis, other, "equal lengths of other axes");
            }
        }
        Tensor[] parts = new Tensor[others.length + 1];
        parts[0] = tensor().in(step.scope());
        for (int i = 0; i < others.length; i++) {
            parts[i + 1] = others[i].tensor();
        }
        return step.wrapped(Tensor.concat(at, parts));
    }

    /** Mean over one axis, which disappears. */
    public StepTensor mean(int axis) {
        int at = axis(axis);
        return run(t -> t.mean(at));
    }

    /** Mean of all values, a scalar. */
    public StepTensor mean() {
        return sum().multiply(1.0 / tensor.elements());
    }

    /** Sum over one axis, which disappears. */
    public StepTensor sum(int axis) {
        int at = axis(axis);
        return run(t -> t.sum(at));
    }

    /** Sum of all values, a scalar. */
    public StepTensor sum() {
        return run(Tensor::total);
    }

    /** Mean cross-entropy of scores (R, classes) with the right class of each row, a scalar. */
    public StepTensor crossEntropy(int... labels) {
        return crossEntropy(IntStream.of(labels).asLongStream().toArray());
    }

    /** The same with class 1 where it is true and class 0 elsewhere. */
    public StepTensor crossEntropy(boolean... labels) {
        return crossEntropy(classes(labels));
    }

    /** The same with 64-bit labels, such as word pieces. */
    public StepTensor crossEntropy(long... labels) {
        requireLabels("crossEntropy", labels);
        return run(t -> Functional.crossEntropy(t, step.scope().of(labels, labels.length)));
    }

    /** The same with labels of the device, which nobody compares with the classes. */
    StepTensor crossEntropy(Tensor labels) {
        return run(t -> Functional.crossEntropy(t, labels));
    }

    /** Cross-entropy of scores (R, classes) with a distribution a row, (R). */
    public StepTensor softCrossEntropy(StepTensor distributions) {
        if (!Arrays.equals(shape(), distributions.shape()) || shape().length != 2) {
            throw misfit("softCrossEntropy", distributions, "twice (R, classes)");
        }
        return run(t -> Functional.softCrossEntropy(t, distributions.tensor()));
    }

    /** Share of rows of scores (R, classes) whose largest is at the right class, 0 to 1. */
    public double accuracy(int... labels) {
        return accuracy(IntStream.of(labels).asLongStream().toArray());
    }

    /** The same with class 1 where it is true and class 0 elsewhere. */
    public double accuracy(boolean... labels) {
        return accuracy(classes(labels));
    }

    /** The same with 64-bit labels. */
    public double accuracy(long... labels) {
        return shareOfZeros(misses(labels).floats());
    }

    /** 0 for rows of scores (R, classes) whose largest is at the right class, (R). */
    Tensor misses(long... labels) {
        requireLabels("accuracy", labels);
        return misses(step.scope().of(labels, labels.length));
    }

    /** The same with labels of the device. */
    Tensor misses(Tensor labels) {
        return tensor().argMax().subtract(labels).scale(1.0);
    }

    static double shareOfZeros(float... values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return (double) zeros / values.length;
    }

    /** The same values without a gradient. */
    public StepTensor withoutGradient() {
        return run(Tensor::detached);
    }

    /** Place of the largest value in the last axis, row-major; no gradient. */
    public long[] argMax() {
        return tensor().argMax().longs();
    }

    /** The value of a scalar; no gradient. */
    public double value() {
        if (tensor.elements() != 1) {
            throw new IllegalArgumentException(
                    "Objective “%s”: value() reads a scalar and is asked of %s; use mean() or floats()."
                            .formatted(step.name(), this));
        }
        return tensor().scalar();
    }

    /** A copy of all values, row-major; no gradient. */
    public float[] floats() {
        return tensor().floats();
    }

    /** A copy of the values of a matrix by row; no gradient. */
    public float[][] matrix() {
        return tensor().matrix();
    }

    private static long[] classes(boolean... labels) {
        long[] classes = new long[labels.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels[i] ? 1 : 0;
        }
        return classes;
    }

    private void requireLabels(String operation, long... labels) {
        if (shape().length != 2 || size(0) != labels.length) {
            throw new IllegalArgumentException(
                    "Objective “%s”: %s reads scores (%d, classes) for %d labels and is given %s."
                            .formatted(step.name(), operation, labels.length, labels.length, this));
        }
        for (long label : labels) {
            if (label < 0 || label >= size(1)) {
                throw new IllegalArgumentException(
                        "Objective “%s”: %s knows classes 0 to %d and is given the label %d."
                                .formatted(step.name(), operation, size(1) - 1, label));
            }
        }
    }

    private int axis(int axis) {
        int axes = shape().length;
        int at = axis < 0 ? axes + axis : axis;
        if (at < 0 || at >= axes) {
            throw new IllegalArgumentException(
                    "Objective “%s”: %s has no axis %d.".formatted(step.name(), this, axis));
        }
        return at;
    }

    private void requireBroadcast(String operation, StepTensor other) {
        if (!broadcast(shape(), other.shape())) {
            throw misfit(operation, other, "lengths that are equal or 1, from the last axis on");
        }
    }

    private static boolean broadcast(long[] a, long[] b) {
        for (int i = 1; i <= Math.min(a.length, b.length); i++) {
            long left = a[a.length - i];
            long right = b[b.length - i];
            if (left != right && left != 1 && right != 1) {
                return false;
            }
        }
        return true;
    }

    private static long[] outer(long[] shape) {
        return Arrays.copyOf(shape, shape.length - 2);
    }

    private IllegalArgumentException misfit(String operation, StepTensor other, String wanted) {
        return new IllegalArgumentException(
                "Objective “%s”: %s of %s and %s: needed are %s."
                        .formatted(step.name(), operation, this, other, wanted));
    }

    static String words(long... shape) {
        return LongStream.of(shape)
                .mapToObj(n -> n < 0 ? "any" : Long.toString(n))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String toString() {
        return words(shape());
    }
}
