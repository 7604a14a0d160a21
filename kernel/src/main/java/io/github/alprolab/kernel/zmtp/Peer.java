package io.github.alprolab.kernel.zmtp;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A connection and what is still to be sent on it; belongs to the event loop's thread. */
final class Peer implements FrameReader.Listener {
    /** Bytes of answers that a client may leave unread before it is not read from any more. */
    private static final int UNREAD = 1 << 20;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Endpoint endpoint;
    private final FrameReader reader = new FrameReader(this);
    private final Consumer<String> log;
    private final String name;
    private final Outbox outbox;
    private List<byte[]> message = new ArrayList<>();
    private byte[] identity = {};
    private boolean joined;

    /**
     * Registers a channel and greets who is at its other end.
     *
     * @param log takes a line about what it does wrong
     */
    Peer(SocketChannel channel, SelectionKey key, Endpoint endpoint, Consumer<String> log)
            throws IOException {
        this.channel = channel;
        this.key = key;
        this.endpoint = endpoint;
        this.log = log;
        this.name = "The client of " + endpoint.type() + " at " + channel.getRemoteAddress();
        this.outbox = new Outbox(channel, System::nanoTime);
        key.attach(this);
        send(Greeting.ours());
    }

    byte[] identity() {
        return identity;
    }

    void identifyAs(byte[] name) {
        identity = name;
    }

    boolean hasWaiting() {
        return !outbox.isEmpty() && channel.isOpen();
    }

    /** Sends what nobody else gets and nobody waits for. */
    void send(Pieces bytes) {
        send(new Outgoing(bytes, () -> {}));
    }

    /** Sends now what the connection takes, and the rest when it takes more. */
    void send(Outgoing message) {
        if (channel.isOpen()) {
            exchange(() -> outbox.add(message));
        }
    }

    /**
     * Keeps nothing for a client that took none of it for so many nanoseconds. It is offered once
     * more first: it may have been this process that stood still.
     */
    void forgetUnread(long patience) {
        if (hasWaiting()) {
            exchange(outbox::write);
        }
        long bytes = outbox.bytes();
        if (outbox.forget(patience)) {
            log.accept(
                    name
                            + " took none of "
                            + bytes
                            + " bytes for "
                            + TimeUnit.NANOSECONDS.toSeconds(patience)
                            + " s; until it does, nothing is kept for it.");
        }
    }

    /** Does what the selector found to be possible. */
    void act(ByteBuffer buffer) {
        if (key.isValid() && key.isReadable()) {
            read(buffer);
        }
        if (key.isValid() && key.isWritable()) {
            exchange(outbox::write);
        }
    }

    private void read(ByteBuffer buffer) {
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new EOFException("it hung up");
            }
            reader.read(buffer.flip());
        } catch (ProtocolException e) {
            log.accept(name + " is hung up on: " + e.getMessage().replaceAll("\\p{Cntrl}", "?"));
            close();
        } catch (IOException e) { // it hung up
            close();
        }
    }

    /** Something that changes what waits. */
    private interface Exchange {
        void run() throws IOException;
    }

    private void exchange(Exchange one) {
        try {
            one.run();
            listen();
        } catch (IOException e) { // it is gone
            close();
        }
        long missed = outbox.missed();
        if (missed > 0) {
            log.accept(name + " takes bytes again; it missed " + missed + " messages.");
        }
    }

    /** Who asks and does not read the answers is not asked for more. */
    private void listen() {
        boolean full = endpoint.answers() && outbox.bytes() > UNREAD;
        int read = full ? 0 : SelectionKey.OP_READ;
        int write = outbox.isEmpty() ? 0 : SelectionKey.OP_WRITE;
        key.interestOps(read | write);
    }

    void close() {
        key.cancel();
        outbox.clear();
        try {
            channel.close();
        } catch (IOException e) {
            // It cannot be used any more in any case.
        }
        if (joined) {
            joined = false;
            endpoint.left(this);
        }
    }

    @Override
    public void greeted(byte[] greeting) throws ProtocolException {
        Greeting.check(greeting);
        byte[] type = endpoint.type().getBytes(StandardCharsets.US_ASCII);
        send(Command.ready(Map.of("Socket-Type", type)));
    }

    @Override
    public void received(Frame frame) throws ProtocolException {
        if (!channel.isOpen()) {
            return; // what came before shut it
        }
        if (frame.isCommand()) {
            command(Command.read(frame.body()));
        } else if (!joined) {
            throw new ProtocolException("a message before READY");
        } else {
            part(frame);
        }
    }

    private void part(Frame frame) {
        message.add(frame.body());
        if (!frame.hasMore()) {
            List<byte[]> whole = message;
            message = new ArrayList<>();
            endpoint.received(this, whole);
        }
    }

    private void command(Command command) throws ProtocolException {
        switch (command.name()) {
            case "READY" -> join(command.properties());
            case "PING" -> send(command.pong());
            case "ERROR" -> throw new ProtocolException("it refuses this side");
            default -> {} // a later version's
        }
    }

    private void join(Map<String, byte[]> properties) throws ProtocolException {
        byte[] type = properties.getOrDefault("socket-type", new byte[0]);
        String name = new String(type, StandardCharsets.US_ASCII);
        if (joined || !endpoint.takes(name)) {
            throw new ProtocolException("a " + name + " cannot join a " + endpoint.type());
        }
        identity = properties.getOrDefault("identity", identity);
        joined = true;
        endpoint.joined(this);
    }
}
