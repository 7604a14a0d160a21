package io.github.alprolab.kernel.zmtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Iterator;

/** What one connection has still to take of a message. */
final class Sending {
    private final Outgoing message;
    private final Iterator<ByteBuffer> rest;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private long left;
    private boolean held = true;

    Sending(Outgoing message) {
        this.message = message;
        this.rest = message.bytes().pieces().iterator();
        this.left = message.bytes().length();
        message.hold();
    }

    /** Bytes that were not taken yet. */
    long left() {
        return left;
    }

    /** Whether the connection has its beginning, and is lost without its end. */
    boolean isBegun() {
        return left < message.bytes().length();
    }

    /** Offers one piece, and says whether the connection took all of it. */
    boolean offer(WritableByteChannel channel) throws IOException {
        if (!piece.hasRemaining() && rest.hasNext()) {
            piece = rest.next();
        }
        left -= channel.write(piece);
        return !piece.hasRemaining();
    }

    /** Is counted no more among those that hold the message. */
    void letGo() {
        if (held) {
            held = false;
            message.letGo();
        }
    }
}
