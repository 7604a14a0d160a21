package io.github.alprolab.kernel.zmtp;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes bytes as they arrive, a greeting and then frames. Memory grows with what has arrived, never
 * with what a size only announces; a message that is too long is refused as soon as that is known.
 */
final class FrameReader {
    private static final int AT_ONCE = 1 << 16;

    /** Where a greeting and whole frames go. */
    interface Listener {
        void greeted(byte[] greeting) throws ProtocolException;

        void received(Frame frame) throws ProtocolException;
    }

    private enum Step {
        GREETING,
        FLAGS,
        SIZE,
        BODY
    }

    private final Listener listener;
    private Step step;
    private byte[] part;
    private int needed;
    private int filled;
    private int flags;
    private long message;

    FrameReader(Listener listener) {
        this.listener = listener;
        begin(Step.GREETING, Greeting.LENGTH);
    }

    /**
     * Reads all that a buffer holds.
     *
     * @throws ProtocolException when it is no ZMTP
     */
    void read(ByteBuffer from) throws ProtocolException {
        while (fill(from)) {
            end();
        }
    }

    private void begin(Step next, int bytes) {
        step = next;
        needed = bytes;
        filled = 0;
        part = new byte[Math.min(bytes, AT_ONCE)];
    }

    private boolean fill(ByteBuffer from) {
        int count = Math.min(from.remaining(), needed - filled);
        if (filled + count > part.length) {
            part = Arrays.copyOf(part, (int) Math.min(needed, 2L * part.length + count));
        }
        from.get(part, filled, count);
        filled += count;
        return filled == needed;
    }

    private void end() throws ProtocolException {
        switch (step) {
            case GREETING -> {
                byte[] greeting = part;
                begin(Step.FLAGS, 1);
                listener.greeted(greeting);
            }
            case FLAGS -> {
                flags = Frame.checked(Byte.toUnsignedInt(part[0]));
                begin(Step.SIZE, (flags & Frame.LONG) == 0 ? 1 : Long.BYTES);
            }
            case SIZE -> begin(Step.BODY, size());
            case BODY -> {
                Frame frame = new Frame(flags, part);
                begin(Step.FLAGS, 1);
                listener.received(frame);
            }
        }
    }

    private int size() throws ProtocolException {
        long size = needed == 1 ? Byte.toUnsignedLong(part[0]) : ByteBuffer.wrap(part).getLong();
        if (size < 0 || size > Frame.LONGEST - message) {
            throw new ProtocolException(
                    "a frame of "
                            + Long.toUnsignedString(size)
                            + " bytes after "
                            + message
                            + " of the same message; "
                            + Frame.LONGEST
                            + " are the most");
        }
        if ((flags & Frame.COMMAND) == 0) { // one may stand between the frames of a message
            message = (flags & Frame.MORE) == 0 ? 0 : message + size + Frame.OVERHEAD;
        }
        return (int) size;
    }
}
