package io.github.alprolab.alpro.checkpoint;

import java.util.Arrays;

/**
 * A tensor outside the engine.
 *
 * @param name its name
 * @param shape lengths of its axes
 * @param values float32 values, row-major; empty for int64
 * @param integers int64 values, row-major; empty for float32
 * @param narrowed whether the values were rounded from float64
 */
public record StoredTensor(
        String name, long[] shape, float[] values, long[] integers, boolean narrowed) {

    /** A float32 tensor. */
    public static StoredTensor of(String name, long[] shape, float[] values) {
        return new StoredTensor(name, shape, values, new long[0], false);
    }

    /** An int64 tensor. */
    public static StoredTensor of(String name, long[] shape, long[] integers) {
        return new StoredTensor(name, shape, new float[0], integers, false);
    }

    /** A tensor that a file holds in another precision. */
    public static StoredTensor read(String name, long[] shape, ElementType type, float[] values) {
        return new StoredTensor(name, shape, values, new long[0], type == ElementType.FLOAT64);
    }

    /** The same values under another name. */
    public StoredTensor named(String other) {
        return new StoredTensor(other, shape, values, integers, narrowed);
    }

    /** Number of values the shape holds. */
    static long count(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Whether it holds float32 values; an empty tensor counts as such. */
    public boolean isFloat() {
        return integers.length == 0;
    }
}
