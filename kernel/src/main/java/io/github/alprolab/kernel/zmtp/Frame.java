package io.github.alprolab.kernel.zmtp;

import java.net.ProtocolException;

/**
 * One frame.
 *
 * @param flags whether more frames of a message follow, how the size is written, whether it is a
 *     command
 * @param body any bytes
 */
record Frame(int flags, byte[] body) {
    static final int MORE = 1;
    static final int LONG = 2;
    static final int COMMAND = 4;

    /** The longest message, all its frames together: 256 MiB, or a quarter of a smaller heap. */
    static final int LONGEST = (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 4);

    /** What a frame counts besides its bytes, because it takes memory also without any. */
    static final int OVERHEAD = 64;

    boolean hasMore() {
        return (flags & MORE) != 0;
    }

    boolean isCommand() {
        return (flags & COMMAND) != 0;
    }

    /** The flags as they stand on the wire, if there are such flags. */
    static int checked(int flags) throws ProtocolException {
        boolean unknown = (flags & ~(MORE | LONG | COMMAND)) != 0;
        boolean divided = (flags & (MORE | COMMAND)) == (MORE | COMMAND);
        if (unknown || divided) {
            throw new ProtocolException("there are no frames with the flags " + flags);
        }
        return flags;
    }
}
