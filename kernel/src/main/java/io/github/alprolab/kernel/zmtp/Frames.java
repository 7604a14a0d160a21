package io.github.alprolab.kernel.zmtp;

import java.nio.ByteBuffer;
import java.util.List;

/** Writes frames as they stand on the wire. */
final class Frames {
    private static final int SHORT = 255;
    private static final int LONGEST_HEAD = 1 + Long.BYTES;

    private Frames() {}

    /** A message of one frame or more. */
    static Pieces message(List<Pieces> parts) {
        Pieces bytes = new Pieces();
        for (int i = 0; i < parts.size(); i++) {
            Pieces body = parts.get(i);
            byte[] head = head(i < parts.size() - 1 ? Frame.MORE : 0, body.length());
            bytes.write(head, 0, head.length);
            bytes.add(body);
        }
        return bytes;
    }

    static Pieces command(byte[] body) {
        Pieces bytes = Pieces.of(head(Frame.COMMAND, body.length));
        bytes.write(body, 0, body.length);
        return bytes;
    }

    private static byte[] head(int flags, long length) {
        if (length <= SHORT) {
            return new byte[] {(byte) flags, (byte) length};
        }
        return ByteBuffer.allocate(LONGEST_HEAD)
                .put((byte) (flags | Frame.LONG))
                .putLong(length)
                .array();
    }
}
