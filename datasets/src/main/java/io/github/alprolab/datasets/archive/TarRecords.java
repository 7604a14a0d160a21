package io.github.alprolab.datasets.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * The records of 512 bytes that a tar consists of: a header and the contents it announces, filled
 * up with zeros, again and again, and a record of zeros at the end. Every header's sum is compared,
 * what describes an entry is bounded whatever it announces, and a tar without its end was cut.
 */
final class TarRecords implements AutoCloseable {
    private static final int RECORD = 512;
    private static final int MOST_DESCRIPTION = 1 << 20;
    private static final int MOST_ZEROS = 1 << 24;
    private static final int SHOWN = 40;

    private final InputStream in;
    private final ArchiveKind kind;
    private final Contents contents = new Contents();
    private long at;
    private long left;
    private long filling;
    private long described;

    TarRecords(InputStream in, ArchiveKind kind) {
        this.in = in;
        this.kind = kind;
    }

    /**
     * Leaves what is unread of the contents behind and reads a header; none at the end.
     *
     * @throws RefusedException when this is no tar, was cut or goes on behind its end
     */
    Optional<byte[]> header() throws IOException {
        in.skipNBytes(left + filling);
        at += left + filling;
        left = 0;
        filling = 0;
        byte[] record = in.readNBytes(RECORD);
        if (at == 0 && !startsTar(record)) {
            throw noTar(record);
        }
        if (at == 0 && record.length == 0) {
            return Optional.empty();
        }
        requireWhole(record);
        at += RECORD;
        if (isZero(record, RECORD)) {
            requireEnd();
            return Optional.empty();
        }
        if (!hasItsSum(record)) {
            throw new IOException(
                    "the header at byte %,d has another sum than it says".formatted(at - RECORD));
        }
        return Optional.of(record);
    }

    /** As much as the header just read announces; ends before only where the tar was cut. */
    InputStream contents(long size) {
        left = size;
        filling = -size & (RECORD - 1);
        return contents;
    }

    /** Where the reading is in the tar, in bytes: behind a header its contents begin. */
    long at() {
        return at;
    }

    /**
     * The contents of a header that describes the entry behind it.
     *
     * @throws RefusedException when an entry has more of them than any honest one
     */
    byte[] description(long size) throws IOException {
        described += RECORD;
        if (size > MOST_DESCRIPTION - described) {
            throw new RefusedException(
                    "announces %,d bytes of name or attributes for one entry (at byte %,d), more than the %,d allowed; nothing was unpacked, get the archive from its publisher or unpack it by hand: tar -xf"
                            .formatted(size, at - RECORD, MOST_DESCRIPTION));
        }
        described += size;
        return contents(size).readAllBytes();
    }

    /** The entry itself was reached. */
    void endDescription() {
        described = 0;
    }

    private static boolean startsTar(byte[] record) {
        return isZero(record, record.length)
                || ArchiveKind.hasTarMagic(record)
                || hasItsSum(record);
    }

    private static boolean hasItsSum(byte[] record) {
        try {
            return record.length == RECORD && TarUtils.verifyCheckSum(record);
        } catch (IllegalArgumentException e) {
            // Where the sum stands are no digits.
            return false;
        }
    }

    private RefusedException noTar(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        return new RefusedException(
                "is one compressed file, not an archive (it begins with \"%s\"); unpack it by hand: %s, and give the folder in which it lies"
                        .formatted(
                                EntryName.shown(text.substring(0, Math.min(SHOWN, text.length()))),
                                kind == ArchiveKind.TAR_ZST ? "zstd -d" : "gunzip -k"));
    }

    private void requireWhole(byte[] record) throws IOException {
        if (record.length == 0) {
            throw new RefusedException(
                    "was cut: it ends at byte %,d without the zeros that end a tar; nothing was unpacked, fetch it again. Where its maker left them out, unpack it by hand: tar -xf"
                            .formatted(at));
        }
        if (record.length < RECORD) {
            throw new EOFException();
        }
    }

    /** Zeros may follow. Reading them has the sum at the end of a compressed file compared. */
    private void requireEnd() throws IOException {
        byte[] buffer = new byte[1 << 13];
        long zeros = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            zeros += n;
            if (!isZero(buffer, n) || zeros > MOST_ZEROS) {
                throw new RefusedException(
                        "goes on behind its end (byte %,d): something was appended or archives were joined; nothing was unpacked, fetch it again or unpack it by hand: tar --ignore-zeros -xf"
                                .formatted(at));
            }
        }
    }

    private static boolean isZero(byte[] bytes, int length) {
        return Arrays.equals(bytes, 0, length, new byte[length], 0, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private final class Contents extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(buffer, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException();
            }
            left -= n;
            at += n;
            return n;
        }
    }
}
