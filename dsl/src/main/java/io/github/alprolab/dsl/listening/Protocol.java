package io.github.alprolab.dsl.listening;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message of protocol buffers, field by field: what event files need of the format. */
final class Protocol {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int COUNTED = 2;
    private static final int FOUR_BYTES = 5;
    private static final int GROUP = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A whole number, at least 0. */
    Protocol whole(int field, long value) {
        varint((long) field << 3 | VARINT);
        varint(value);
        return this;
    }

    /** A double. */
    Protocol fixed(int field, double value) {
        varint((long) field << 3 | EIGHT_BYTES);
        bytes.writeBytes(little(Double.BYTES).putDouble(value).array());
        return this;
    }

    /** A float. */
    Protocol fixed(int field, float value) {
        varint((long) field << 3 | FOUR_BYTES);
        bytes.writeBytes(little(Float.BYTES).putFloat(value).array());
        return this;
    }

    Protocol text(int field, String value) {
        return counted(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A message inside this one. */
    Protocol part(int field, Protocol value) {
        return counted(field, value.bytes());
    }

    private Protocol counted(int field, byte[] value) {
        varint((long) field << 3 | COUNTED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void varint(long value) {
        long left = value;
        while (left >>> GROUP != 0) {
            bytes.write((int) (left & 0x7F | 0x80));
            left >>>= GROUP;
        }
        bytes.write((int) left);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
