package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a file ends before its container does. FFmpeg reports a file that breaks off like one
 * that is complete; the sizes that MP4/MOV boxes, Matroska/WebM elements, AVI chunks and GIF blocks
 * state tell them apart. Other containers state no sizes.
 */
final class ContainerEnd {
    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int RIFF = 0x52494646;
    private static final int FILE_TYPE = 0x66747970;
    private static final int AVI = 0x41564920;
    private static final int GIF = 0x47494638;
    private static final int BOX_HEADER = 8;
    private static final int HEAD = 12;
    private static final String MP4 = "mp4";

    /** A box of this size has its true size in the following eight bytes. */
    private static final int LARGE_BOX = 1;

    private ContainerEnd() {}

    /** For a container FFmpeg names {@code kind}: does it state to be longer than the file is? */
    static boolean isBeyond(Path file, String kind) {
        return read(file, in -> isBeyond(in, kind));
    }

    /** The same for a file whose kind FFmpeg cannot tell, by its first bytes. */
    static boolean isBeyond(Path file) {
        return kind(file).filter(kind -> isBeyond(file, kind)).isPresent();
    }

    /** Whether the first bytes are those of an MP4, whose index may lie behind its pictures. */
    static boolean isMp4(Path file) {
        return kind(file).equals(Optional.of(MP4));
    }

    private static Optional<String> kind(Path file) {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        read(file, in -> in.read(head.array()) > 0);
        Optional<String> kind = Optional.empty();
        kind = head.getInt(0) == EBML ? Optional.of("matroska") : kind;
        kind = head.getInt(0) == GIF ? Optional.of("gif") : kind;
        kind = head.getInt(0) == RIFF && head.getInt(8) == AVI ? Optional.of("avi") : kind;
        return head.getInt(4) == FILE_TYPE ? Optional.of(MP4) : kind;
    }

    private interface Question {
        boolean ask(RandomAccessFile in) throws IOException;
    }

    /** A file that ends before the answer goes on beyond itself. */
    private static boolean read(Path file, Question question) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return question.ask(in);
        } catch (EOFException e) {
            return true;
        } catch (IOException e) {
            throw new ClipException(file, ClipFault.UNREADABLE, "cannot be read: " + e, e);
        }
    }

    private static boolean isBeyond(RandomAccessFile in, String kind) throws IOException {
        if (kind.equals("gif")) {
            GifEnd.require(in);
        }
        return kind.contains("matroska") && segmentEnd(in) > in.length()
                || kind.equals("avi") && riffEnd(in) > in.length()
                || kind.contains(MP4) && boxesEnd(in) > in.length();
    }

    private static long riffEnd(RandomAccessFile in) throws IOException {
        return in.readInt() == RIFF
                ? BOX_HEADER + (Integer.reverseBytes(in.readInt()) & 0xffffffffL)
                : 0;
    }

    private static long boxesEnd(RandomAccessFile in) throws IOException {
        long at = 0;
        while (at < in.length()) {
            in.seek(at);
            long size = in.readInt() & 0xffffffffL;
            in.readInt();
            long all = size == LARGE_BOX ? in.readLong() : size;
            if (all < BOX_HEADER) {
                // 0: to the end of the file, whatever that is; less than a header: no box.
                return at;
            }
            at += all;
        }
        return at;
    }

    private static long segmentEnd(RandomAccessFile in) throws IOException {
        if (in.readInt() != EBML) {
            return 0;
        }
        long header = elementSize(in);
        in.seek(in.getFilePointer() + Math.max(0, header));
        if (in.readInt() != SEGMENT) {
            return 0;
        }
        long size = elementSize(in);
        return size < 0 ? 0 : in.getFilePointer() + size;
    }

    /** EBML's number of variable length; -1 stands for an unknown size. */
    private static long elementSize(RandomAccessFile in) throws IOException {
        int first = in.readUnsignedByte();
        int more = Integer.numberOfLeadingZeros(first) - 24;
        long size = first & (0x7f >> more);
        boolean allOnes = size == 0x7f >> more;
        for (int i = 0; i < more; i++) {
            int next = in.readUnsignedByte();
            allOnes &= next == 0xff;
            size = size << 8 | next;
        }
        return allOnes ? -1 : size;
    }
}
