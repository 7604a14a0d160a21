package io.github.alprolab.alpro.bert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one tensor lies in TensorFlow's data file: its {@code BundleEntryProto}.
 *
 * @param name its name there
 * @param shape lengths of its axes
 * @param offset of its first byte
 * @param bytes how many it has
 * @param sum CRC-32C of them, masked
 */
record BundleEntry(String name, long[] shape, long offset, long bytes, int sum) {
    private static final int FLOAT32 = 1;

    /**
     * Decodes the message.
     *
     * @throws IOException for a tensor that is no whole float32 tensor of the one data file
     */
    static BundleEntry parse(String name, ByteBuffer message) throws IOException {
        long type = 0;
        long shard = 0;
        long[] shape = {};
        long offset = 0;
        long bytes = 0;
        int sum = 0;
        while (message.hasRemaining()) {
            long tag = varint(message);
            switch ((int) tag) {
                case 1 << 3 -> type = varint(message);
                case 2 << 3 | 2 -> shape = shape(part(message));
                case 3 << 3 -> shard = varint(message);
                case 4 << 3 -> offset = varint(message);
                case 5 << 3 -> bytes = varint(message);
                case 6 << 3 | 5 -> sum = message.order(ByteOrder.LITTLE_ENDIAN).getInt();
                default -> throw new IOException(name + " is stored in a way that is not known.");
            }
        }
        BundleEntry entry = new BundleEntry(name, shape, offset, bytes, sum);
        if (type != FLOAT32 || shard != 0 || offset < 0 || bytes != 4 * entry.count()) {
            throw new IOException(name + " is no float32 tensor of the first data file.");
        }
        return entry;
    }

    /** Number of values; -1 where the shape is nonsense. */
    long count() {
        long count = 1;
        for (long length : shape) {
            if (length < 0 || length > Integer.MAX_VALUE || count > Integer.MAX_VALUE) {
                return -1;
            }
            count *= length;
        }
        return count > Integer.MAX_VALUE - 8 ? -1 : count;
    }

    /** A whole number of seven bits a byte, the lowest first. */
    static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }

    /** The next so many bytes, whose count comes first. */
    static ByteBuffer part(ByteBuffer in) {
        int length = Math.toIntExact(varint(in));
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }

    private static long[] shape(ByteBuffer message) throws IOException {
        List<Long> lengths = new ArrayList<>();
        while (message.hasRemaining()) {
            if (varint(message) != (2 << 3 | 2)) {
                throw new IOException("a shape is stored in a way that is not known");
            }
            ByteBuffer axis = part(message);
            lengths.add(axis.hasRemaining() && varint(axis) == 1 << 3 ? varint(axis) : 0);
        }
        return lengths.stream().mapToLong(n -> n).toArray();
    }
}
