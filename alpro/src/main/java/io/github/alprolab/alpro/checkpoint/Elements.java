package io.github.alprolab.alpro.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Stored elements, read from a channel in pieces: beside the result no more than one piece is held
 * in memory.
 */
public final class Elements {
    private static final int PIECE = 1 << 20;

    private final ReadableByteChannel in;
    private final ElementType type;
    private final ByteBuffer piece;

    private Elements(ReadableByteChannel in, ElementType type, int count) {
        this.in = in;
        this.type = type;
        this.piece = piece((long) count * type.bytes());
    }

    /**
     * Reads real numbers as float32.
     *
     * @param count how many
     * @param atOnce for how many to make room before any has come: {@code count} where it is known
     *     that the bytes are there, few where a damaged header may ask for too much
     * @throws EOFException when the channel ends early
     */
    public static float[] reals(ReadableByteChannel in, ElementType type, int count, int atOnce)
            throws IOException {
        Elements elements = new Elements(in, type, count);
        float[] values = new float[Math.min(count, atOnce)];
        for (int done = 0; done < count; ) {
            int more = elements.fill(count - done);
            if (values.length < done + more) {
                values = Arrays.copyOf(values, grown(values.length, done + more, count));
            }
            if (type == ElementType.FLOAT32) {
                elements.piece.asFloatBuffer().get(values, done, more);
            } else {
                for (int i = 0; i < more; i++) {
                    values[done + i] = type.real(elements.piece, i);
                }
            }
            done += more;
        }
        return values;
    }

    /** Reads whole numbers as int64; the arguments are those of {@link #reals}. */
    public static long[] wholes(ReadableByteChannel in, ElementType type, int count, int atOnce)
            throws IOException {
        Elements elements = new Elements(in, type, count);
        long[] values = new long[Math.min(count, atOnce)];
        for (int done = 0; done < count; ) {
            int more = elements.fill(count - done);
            if (values.length < done + more) {
                values = Arrays.copyOf(values, grown(values.length, done + more, count));
            }
            for (int i = 0; i < more; i++) {
                values[done + i] = type.whole(elements.piece, i);
            }
            done += more;
        }
        return values;
    }

    /** Writes a tensor's values: float32, or int64. */
    public static void write(OutputStream out, StoredTensor tensor) throws IOException {
        int count = tensor.isFloat() ? tensor.values().length : tensor.integers().length;
        int size = tensor.isFloat() ? Float.BYTES : Long.BYTES;
        ByteBuffer piece = piece((long) count * size);
        for (int done = 0; done < count; ) {
            int more = Math.min(count - done, PIECE / size);
            if (tensor.isFloat()) {
                piece.asFloatBuffer().put(tensor.values(), done, more);
            } else {
                piece.asLongBuffer().put(tensor.integers(), done, more);
            }
            out.write(piece.array(), 0, more * size);
            done += more;
        }
    }

    /** Fills the piece with at most {@code most} elements and says how many. */
    private int fill(int most) throws IOException {
        int count = Math.min(most, PIECE / type.bytes());
        piece.clear().limit(count * type.bytes());
        while (piece.hasRemaining()) {
            if (in.read(piece) < 0) {
                throw new EOFException("the file ends early; it is truncated");
            }
        }
        piece.flip();
        return count;
    }

    private static ByteBuffer piece(long wanted) {
        return ByteBuffer.allocate((int) Math.min(PIECE, wanted)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int grown(int now, int least, int most) {
        return (int) Math.min(most, Math.max(least, 2L * now));
    }
}
