package io.github.alprolab.alpro.checkpoint;

import java.nio.ByteBuffer;

/** Types of stored elements, with how they become float32 or int64. */
public enum ElementType {
    FLOAT32(4, true),
    FLOAT64(8, true),
    FLOAT16(2, true),
    BFLOAT16(2, true),
    INT64(8, false),
    INT32(4, false),
    INT16(2, false),
    INT8(1, false),
    UINT8(1, false),
    BOOL(1, false);

    private static final int EXPONENT_GAP = 127 - 15;

    private final int bytes;
    private final boolean real;

    ElementType(int bytes, boolean real) {
        this.bytes = bytes;
        this.real = real;
    }

    /** Of one element. */
    public int bytes() {
        return bytes;
    }

    /** Whether elements are floating-point numbers. */
    public boolean real() {
        return real;
    }

    /** An element as float32: exact but for FLOAT64, which is rounded. */
    float real(ByteBuffer data, int index) {
        return switch (this) {
            case FLOAT32 -> data.getFloat(4 * index);
            case FLOAT64 -> (float) data.getDouble(8 * index);
            case FLOAT16 -> half(data.getShort(2 * index));
            case BFLOAT16 -> Float.intBitsToFloat(data.getShort(2 * index) << 16);
            default -> throw new IllegalStateException(this + " holds whole numbers");
        };
    }

    /** An element as int64. */
    long whole(ByteBuffer data, int index) {
        return switch (this) {
            case INT64 -> data.getLong(8 * index);
            case INT32 -> data.getInt(4 * index);
            case INT16 -> data.getShort(2 * index);
            case INT8 -> data.get(index);
            case UINT8, BOOL -> data.get(index) & 0xff;
            default -> throw new IllegalStateException(this + " holds real numbers");
        };
    }

    /** IEEE 754 binary16, subnormal numbers, infinities and NaN included. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + EXPONENT_GAP;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
