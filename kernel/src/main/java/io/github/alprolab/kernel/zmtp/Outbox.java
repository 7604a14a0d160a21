package io.github.alprolab.kernel.zmtp;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * What waits to be sent on one connection. It has no bound of its own: who hands messages over
 * waits while too many bytes are under way, and {@link #forget} frees what a connection that takes
 * nothing holds. Such a connection gets no more messages until it takes bytes again.
 */
final class Outbox {
    /** Bytes after which other connections have their turn. */
    private static final int TURN = 1 << 20;

    private final WritableByteChannel channel;
    private final LongSupplier clock;
    private final Deque<Sending> waiting = new ArrayDeque<>();
    private long bytes;
    private long taken;
    private boolean takes = true;
    private long missed;

    /**
     * An empty one.
     *
     * @param clock nanoseconds
     */
    Outbox(WritableByteChannel channel, LongSupplier clock) {
        this.channel = channel;
        this.clock = clock;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Bytes that wait. */
    long bytes() {
        return bytes;
    }

    /** Sends now what the connection takes; the rest waits for {@link #write}. */
    void add(Outgoing message) throws IOException {
        if (!takes && !waiting.isEmpty()) {
            missed++;
            return;
        }
        Sending sending = new Sending(message);
        waiting.add(sending);
        bytes += sending.left();
        if (waiting.size() == 1) {
            taken = clock.getAsLong(); // before, there was nothing to take
            write();
        }
        if (!takes) {
            forgetAllButBegun();
        }
    }

    /** Sends what the connection takes now. */
    void write() throws IOException {
        long before = bytes;
        boolean more = true;
        while (more && !waiting.isEmpty() && before - bytes < TURN) {
            Sending first = waiting.peek();
            long left = first.left();
            more = first.offer(channel);
            bytes -= left - first.left();
            if (first.left() == 0) {
                waiting.remove();
                first.letGo();
            }
        }
        if (bytes < before) {
            taken = clock.getAsLong();
            takes = true;
        }
    }

    /**
     * Forgets what waits when the connection took none of it for so many nanoseconds, and says
     * whether it did. The rest of a message that is begun stays, because nothing else can follow
     * it.
     */
    boolean forget(long patience) {
        if (!takes || waiting.isEmpty() || clock.getAsLong() - taken < patience) {
            return false;
        }
        takes = false;
        forgetAllButBegun();
        return true;
    }

    private void forgetAllButBegun() {
        Sending first = waiting.peek();
        missed += waiting.size();
        waiting.forEach(Sending::letGo);
        waiting.clear();
        bytes = 0;
        if (first != null && first.isBegun()) {
            missed--;
            waiting.add(first);
            bytes = first.left();
        }
    }

    /** Forgets everything. */
    void clear() {
        waiting.forEach(Sending::letGo);
        waiting.clear();
        bytes = 0;
    }

    /** How many messages a connection that takes bytes again has missed since this was asked. */
    long missed() {
        long count = takes ? missed : 0;
        missed -= count;
        return count;
    }
}
