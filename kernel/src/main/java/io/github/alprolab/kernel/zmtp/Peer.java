package io.github.alprolab.kernel.zmtp;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A connection and what is still to be sent on it; belongs to the event loop's thread. */
final class Peer implements FrameReader.Listener {
    /** The JDK keeps a copy as long as the longest write. */
    private static final int AT_ONCE = 1 << 17;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Endpoint endpoint;
    private final FrameReader reader = new FrameReader(this);
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private List<byte[]> message = new ArrayList<>();
    private byte[] identity = {};
    private boolean joined;

    /** Registers a channel and greets who is at its other end. */
    Peer(SocketChannel channel, SelectionKey key, Endpoint endpoint) {
        this.channel = channel;
        this.key = key;
        this.endpoint = endpoint;
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
        return !waiting.isEmpty() && channel.isOpen();
    }

    /** Sends now what the connection takes, and the rest when it takes more. */
    void send(ByteBuffer bytes) {
        if (channel.isOpen()) {
            waiting.add(bytes.duplicate());
            if (waiting.size() == 1) {
                write();
            }
        }
    }

    /** Does what the selector found to be possible. */
    void act(ByteBuffer buffer) {
        if (key.isValid() && key.isReadable()) {
            read(buffer);
        }
        if (key.isValid() && key.isWritable()) {
            write();
        }
    }

    private void read(ByteBuffer buffer) {
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new EOFException("it hung up");
            }
            reader.read(buffer.flip());
        } catch (IOException e) { // it hung up, or does not speak the protocol
            close();
        }
    }

    private void write() {
        try {
            while (!waiting.isEmpty() && writeAll(waiting.peek())) {
                waiting.remove();
            }
            int write = waiting.isEmpty() ? 0 : SelectionKey.OP_WRITE;
            key.interestOps(SelectionKey.OP_READ | write);
        } catch (IOException e) { // it is gone
            close();
        }
    }

    private boolean writeAll(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        boolean full = false;
        while (bytes.hasRemaining() && !full) {
            bytes.limit(Math.min(end, bytes.position() + AT_ONCE));
            channel.write(bytes);
            full = bytes.hasRemaining();
            bytes.limit(end);
        }
        return !full;
    }

    void close() {
        key.cancel();
        waiting.clear();
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
