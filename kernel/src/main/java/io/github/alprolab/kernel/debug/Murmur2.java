package io.github.alprolab.kernel.debug;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Austin Appleby's hash MurmurHash2 of 32 bits, by which front ends know a cell's code. */
final class Murmur2 {
    private static final int M = 0x5bd1e995;

    private Murmur2() {}

    /** The hash of a text in UTF-8, from 0 to 2³² − 1. */
    static long of(String text, int seed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer left = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int hash = seed ^ bytes.length;
        while (left.remaining() >= Integer.BYTES) {
            int k = left.getInt() * M;
            hash = hash * M ^ (k ^ k >>> 24) * M;
        }
        if (left.hasRemaining()) {
            for (int shift = 0; left.hasRemaining(); shift += Byte.SIZE) {
                hash ^= (left.get() & 0xff) << shift;
            }
            hash *= M;
        }
        hash = (hash ^ hash >>> 13) * M;
        return Integer.toUnsignedLong(hash ^ hash >>> 15);
    }
}
