package io.github.alprolab.kernel.zmtp;

import java.nio.ByteBuffer;
import java.util.List;

/** Writes frames as they stand on the wire. */
final class Frames {
    private static final int SHORT = 255;
    private static final int LONGEST_HEAD = 1 + Long.BYTES;

    private Frames() {}

    /** A message of one frame or more. */
    static ByteBuffer message(List<byte[]> parts) {
        ByteBuffer bytes =
                ByteBuffer.allocate(
                        Math.toIntExact(
                                parts.stream()
                                        .mapToLong(part -> LONGEST_HEAD + part.length)
                                        .sum()));
        for (int i = 0; i < parts.size(); i++) {
            put(bytes, i < parts.size() - 1 ? Frame.MORE : 0, parts.get(i));
        }
        return bytes.flip();
    }

    static ByteBuffer command(byte[] body) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_HEAD + body.length);
        put(bytes, Frame.COMMAND, body);
        return bytes.flip();
    }

    private static void put(ByteBuffer to, int flags, byte[] body) {
        if (body.length <= SHORT) {
            to.put((byte) flags).put((byte) body.length);
        } else {
            to.put((byte) (flags | Frame.LONG)).putLong(body.length);
        }
        to.put(body);
    }
}
