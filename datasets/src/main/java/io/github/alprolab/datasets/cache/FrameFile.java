package io.github.alprolab.datasets.cache;

import io.github.alprolab.datasets.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Decoded pictures of one clip as a file: a mark, count and size, the pictures' positions and
 * checksums, a checksum of all that, then the pictures' bytes one after the other. Any picture can
 * be read without the others.
 */
final class FrameFile {
    private static final long MARK = 0x414c5046524d3031L;
    private static final int FIXED_BYTES = Long.BYTES + 2 * Integer.BYTES;
    private static final int MOST_PICTURES = 1 << 24;

    private FrameFile() {}

    /** Bytes of the file of so many square pictures. */
    static long bytes(int count, int size) {
        return FIXED_BYTES + Integer.BYTES * (2L * count + 1) + count * pictureBytes(size);
    }

    /**
     * @param file created; must not exist
     * @param positions ascending, one for each picture
     */
    static void write(Path file, int[] positions, Frames frames) throws IOException {
        int picture = Math.toIntExact(pictureBytes(frames.width()));
        byte[] rgb = frames.rgb();
        ByteBuffer header = ByteBuffer.allocate(headerBytes(positions.length));
        header.putLong(MARK).putInt(positions.length).putInt(frames.width());
        Arrays.stream(positions).forEach(header::putInt);
        for (int i = 0; i < positions.length; i++) {
            header.putInt(sum(rgb, i * picture, picture));
        }
        header.putInt(sum(header.array(), 0, header.position()));
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeAll(out, header.flip());
            writeAll(out, ByteBuffer.wrap(rgb));
        }
    }

    /**
     * @param ascending distinct positions
     * @return the pictures; none where the file lacks one of them
     * @throws DamagedException if a checksum is wrong or the file is cut
     */
    static Optional<Frames> read(Path file, int[] ascending) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer fixed = readAll(in, 0, FIXED_BYTES);
            boolean known = fixed.getLong() == MARK;
            int count = fixed.getInt();
            int size = fixed.getInt();
            if (!known || count < 1 || count > MOST_PICTURES || in.size() != bytes(count, size)) {
                throw new DamagedException();
            }
            ByteBuffer header = readAll(in, 0, headerBytes(count));
            int body = header.capacity() - Integer.BYTES;
            if (sum(header.array(), 0, body) != header.getInt(body)) {
                throw new DamagedException();
            }
            return pictures(in, header, count, size, ascending);
        }
    }

    private static Optional<Frames> pictures(
            FileChannel in, ByteBuffer header, int count, int size, int[] ascending)
            throws IOException {
        int[] positions = new int[count];
        header.position(FIXED_BYTES).slice().asIntBuffer().get(positions);
        int picture = Math.toIntExact(pictureBytes(size));
        byte[] rgb = new byte[Math.multiplyExact(ascending.length, picture)];
        for (int i = 0; i < ascending.length; i++) {
            int at = Arrays.binarySearch(positions, ascending[i]);
            if (at < 0) {
                return Optional.empty();
            }
            readInto(in, headerBytes(count) + (long) at * picture, rgb, i * picture, picture);
            int stated = header.getInt(FIXED_BYTES + Integer.BYTES * (count + at));
            if (sum(rgb, i * picture, picture) != stated) {
                throw new DamagedException();
            }
        }
        return Optional.of(Frames.of(ascending.length, size, size, rgb));
    }

    private static ByteBuffer readAll(FileChannel in, long from, int bytes) throws IOException {
        byte[] all = new byte[bytes];
        readInto(in, from, all, 0, bytes);
        return ByteBuffer.wrap(all);
    }

    private static void readInto(FileChannel in, long from, byte[] target, int offset, int bytes)
            throws IOException {
        ByteBuffer left = ByteBuffer.wrap(target, offset, bytes);
        while (left.hasRemaining()) {
            if (in.read(left, from + bytes - left.remaining()) < 0) {
                throw new DamagedException();
            }
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    private static int headerBytes(int count) {
        return FIXED_BYTES + Integer.BYTES * (2 * count + 1);
    }

    private static long pictureBytes(int size) {
        return 3L * size * size;
    }

    /** The bytes are not those that were written. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException() {
            super("the bytes are not those that were written");
        }
    }
}
