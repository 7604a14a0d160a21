package io.github.alprolab.kernel.zmtp;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The connecting side, as far as a kernel needs it to talk to itself. Waits for what it asks. */
public final class Client implements Closeable {
    private final Socket socket;
    private final byte[] type;
    private final byte[] buffer = new byte[1 << 13];
    private final FrameReader reader = new FrameReader(new Incoming());
    private final Deque<Frame> frames = new ArrayDeque<>();

    /**
     * Connects to a port of this machine.
     *
     * @param type such as {@code DEALER}
     * @param patience milliseconds to wait for bytes
     */
    public Client(String type, int port, int patience) throws IOException {
        this.type = type.getBytes(StandardCharsets.US_ASCII);
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(patience);
        socket.setTcpNoDelay(true);
        write(Greeting.ours());
        next(); // its READY; messages may follow when both sides are ready
    }

    /** Sends a message. */
    public void send(List<byte[]> message) throws IOException {
        write(Frames.message(Pieces.each(message)));
    }

    /** The next message. */
    public List<byte[]> receive() throws IOException {
        List<byte[]> message = new ArrayList<>();
        Frame frame;
        do {
            frame = next();
            message.add(frame.body());
        } while (frame.hasMore());
        return message;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Frame next() throws IOException {
        while (frames.isEmpty()) {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                throw new EOFException("The kernel hung up");
            }
            reader.read(ByteBuffer.wrap(buffer, 0, count));
        }
        return frames.remove();
    }

    private void write(Pieces bytes) throws IOException {
        socket.getOutputStream().write(bytes.toArray());
    }

    private final class Incoming implements FrameReader.Listener {
        @Override
        public void greeted(byte[] greeting) throws ProtocolException {
            Greeting.check(greeting);
            try {
                write(Command.ready(Map.of("Socket-Type", type)));
            } catch (IOException e) {
                throw new ProtocolException("it hung up when it was greeted: " + e.getMessage());
            }
        }

        @Override
        public void received(Frame frame) {
            frames.add(frame);
        }
    }
}
