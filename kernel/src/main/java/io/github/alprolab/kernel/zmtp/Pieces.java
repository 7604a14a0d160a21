package io.github.alprolab.kernel.zmtp;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bytes that are written once and never moved: short pieces first, longer ones behind them. What
 * was read from it stays as it is while more is written.
 */
public final class Pieces extends OutputStream {
    private static final int FIRST = 1 << 10;

    /** The JDK keeps a copy as long as the longest write to a connection. */
    private static final int LONGEST = 1 << 17;

    /** Up to here bytes are copied beside others, so that a small message is one piece. */
    private static final int SMALL = 1 << 13;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer last = ByteBuffer.allocate(0);
    private int next = FIRST;
    private long length;

    /** The bytes of an array, which is not copied. */
    public static Pieces of(byte[] bytes) {
        Pieces pieces = new Pieces();
        for (int at = 0; at < bytes.length; at += LONGEST) {
            int count = Math.min(LONGEST, bytes.length - at);
            pieces.full.add(ByteBuffer.wrap(bytes, at, count));
        }
        pieces.length = bytes.length;
        return pieces;
    }

    /** Each array by itself. */
    public static List<Pieces> each(List<byte[]> arrays) {
        return arrays.stream().map(Pieces::of).toList();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) {
        add(ByteBuffer.wrap(bytes, start, count));
    }

    private void add(ByteBuffer bytes) {
        length += bytes.remaining();
        while (bytes.hasRemaining()) {
            if (!last.hasRemaining()) {
                grow();
            }
            int count = Math.min(bytes.remaining(), last.remaining());
            last.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
        }
    }

    /** Adds all bytes of another, which is not changed afterwards; many bytes are not copied. */
    public void add(Pieces other) {
        if (other.length <= SMALL) {
            other.pieces().forEach(this::add);
            return;
        }
        end();
        other.pieces().forEach(full::add);
        length += other.length;
    }

    private void grow() {
        end();
        last = ByteBuffer.allocate(next);
        next = Math.min(LONGEST, 2 * next);
    }

    /** What is left of the last piece takes what is written next. */
    private void end() {
        if (last.position() > 0) {
            full.add(last.duplicate().flip());
            last = last.slice();
        }
    }

    /** How many bytes there are. */
    public long length() {
        return length;
    }

    /** The bytes, piece by piece; each can be read once. */
    public Stream<ByteBuffer> pieces() {
        Stream<ByteBuffer> written =
                last.position() == 0 ? Stream.of() : Stream.of(last.duplicate().flip());
        return Stream.concat(full.stream().map(ByteBuffer::duplicate), written);
    }

    /**
     * A copy of all bytes.
     *
     * @throws ArithmeticException when no array holds them
     */
    public byte[] toArray() {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(length));
        pieces().forEach(all::put);
        return all.array();
    }
}
