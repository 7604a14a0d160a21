package io.github.alprolab.datasets.video;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Finds the end of a GIF, which is a byte of its own behind the last block. Every block says how
 * long it is, so that no byte of a picture is taken for the end.
 */
final class GifEnd {
    private static final int SIGNATURE = 6;
    private static final int PICTURE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int HAS_COLOURS = 0x80;

    private final RandomAccessFile in;

    private GifEnd(RandomAccessFile in) {
        this.in = in;
    }

    /**
     * Goes to the end, or to a block of a kind that the format does not have: that is damage, and
     * tells nothing of the end.
     *
     * @throws java.io.EOFException where the file ends before
     */
    static void require(RandomAccessFile in) throws IOException {
        new GifEnd(in).reach();
    }

    private void reach() throws IOException {
        in.seek(SIGNATURE + 4);
        int screen = in.readUnsignedByte();
        skip(2 + colours(screen));
        while (true) {
            switch (in.readUnsignedByte()) {
                case EXTENSION -> skip(1);
                case PICTURE -> {
                    skip(8);
                    skip(colours(in.readUnsignedByte()) + 1);
                }
                default -> {
                    return;
                }
            }
            skipData();
        }
    }

    /** Bytes of the table of colours that flags announce. */
    private static int colours(int flags) {
        return (flags & HAS_COLOURS) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private void skipData() throws IOException {
        for (int size = in.readUnsignedByte(); size > 0; size = in.readUnsignedByte()) {
            skip(size);
        }
    }

    private void skip(int bytes) throws IOException {
        in.seek(in.getFilePointer() + bytes);
    }
}
