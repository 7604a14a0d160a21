package io.github.alprolab.alpro.checkpoint.torch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Numbers and texts of a pickle, little-endian, with the position in the stream. */
final class PickleInput {
    /** No name or key of a model is nearly as long. */
    private static final int TEXT_MOST = 1 << 20;

    /** No model has so many names; beyond it a damaged count would fill the memory. */
    private static final long PICKLE_MOST = 64L << 20;

    private final InputStream in;
    private long position;
    private long end = PICKLE_MOST;

    PickleInput(InputStream in) {
        this.in = in;
    }

    /** Bytes read so far. */
    long position() {
        return position;
    }

    /** Begins another pickle in the same stream. */
    void begin() {
        end = position + PICKLE_MOST;
    }

    int unsignedByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        advance(1);
        return value;
    }

    int unsignedShort() throws IOException {
        return unsignedByte() | unsignedByte() << 8;
    }

    int intValue() throws IOException {
        return unsignedShort() | unsignedShort() << 16;
    }

    /** A length of four bytes. */
    int length() throws IOException {
        return intValue();
    }

    /** A whole number in two's complement of so many bytes; beyond 64 bits only its low ones. */
    long longValue(int bytes) throws IOException {
        long value = 0;
        int last = 0;
        for (int i = 0; i < bytes; i++) {
            last = unsignedByte();
            if (i < Long.BYTES) {
                value |= (long) last << 8 * i;
            }
        }
        boolean negative = bytes > 0 && bytes < Long.BYTES && last > 127;
        return negative ? value | -1L << 8 * bytes : value;
    }

    double bigEndianDouble() throws IOException {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | unsignedByte();
        }
        return Double.longBitsToDouble(bits);
    }

    String text(int bytes) throws IOException {
        if (bytes < 0 || bytes > TEXT_MOST) {
            throw new IOException("The pickle has a text of " + bytes + " bytes; it is damaged.");
        }
        return new String(bytes(bytes), StandardCharsets.UTF_8);
    }

    /** Up to the end of the line, which is left out. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = unsignedByte(); c != '\n'; c = unsignedByte()) {
            if (line.length() > TEXT_MOST) {
                throw new IOException("The pickle has a name without end; it is damaged.");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    void skipFrameLength() throws IOException {
        bytes(Long.BYTES);
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        advance(count);
        return bytes;
    }

    private void advance(int count) throws IOException {
        position += count;
        if (position > end) {
            throw new IOException(
                    "The pickle has over " + PICKLE_MOST + " bytes, which no state dict needs.");
        }
    }
}
