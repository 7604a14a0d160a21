package io.github.alprolab.alpro.checkpoint;

import java.util.Arrays;

/**
 * A tensor outside the engine.
 *
 * @param name its name
 * @param shape lengths of its axes
 * @param values float32 values, row-major; empty for int64
 * @param integers int64 values, row-major; empty for float32
 */
public record StoredTensor(String name, long[] shape, float[] values, long[] integers) {

    /** A float32 tensor. */
    public static StoredTensor of(String name, long[] shape, float[] values) {
        return new StoredTensor(name, shape, values, new long[0]);
    }

    /** An int64 tensor. */
    public static StoredTensor of(String name, long[] shape, long[] integers) {
        return new StoredTensor(name, shape, new float[0], integers);
    }

    /** Number of values the shape holds. */
    static long count(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    boolean isFloat() {
        return integers.length == 0;
    }
}
