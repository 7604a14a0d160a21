package io.github.alprolab.kernel.protocol;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A connecting socket of ZeroMQ's protocol (ZMTP 3.0, rfc.zeromq.org/spec/23), written apart from
 * the kernel's own side so that one fault is not made twice.
 */
public final class ZmtpSocket implements Closeable {
    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;
    private static final int FILLER = 31;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    ZmtpSocket(String type, byte[] identity, int port, int patience) {
        try {
            socket = connected(port, patience);
            socket.setSoTimeout(patience);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
            greet();
            ready(type, identity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As ZeroMQ's own clients do, it tries again where nothing listens yet. */
    private static Socket connected(int port, int patience) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (ConnectException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Sends one message. */
    void send(List<byte[]> frames) {
        try {
            for (int i = 0; i < frames.size(); i++) {
                frame(i < frames.size() - 1 ? MORE : 0, frames.get(i));
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message; an exception where none comes in time. */
    List<byte[]> receive() {
        try {
            List<byte[]> frames = new ArrayList<>();
            int flags;
            do {
                flags = readFrame(frames);
            } while ((flags & MORE) != 0);
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException("No message came", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void greet() throws IOException {
        out.write(new byte[] {(byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0});
        out.write("NULL".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[20 - "NULL".length() + 1 + FILLER]);
        out.flush();
        in.readNBytes(64);
    }

    private void ready(String type, byte[] identity) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream command = new DataOutputStream(bytes);
        command.writeByte("READY".length());
        command.writeBytes("READY");
        property(command, "Socket-Type", type.getBytes(StandardCharsets.US_ASCII));
        property(command, "Identity", identity);
        frame(COMMAND, bytes.toByteArray());
        out.flush();
        readFrame(new ArrayList<>()); // messages may follow when both sides are ready
    }

    private int readFrame(List<byte[]> frames) throws IOException {
        int flags = in.readUnsignedByte();
        long size = (flags & LONG) != 0 ? in.readLong() : in.readUnsignedByte();
        frames.add(in.readNBytes(Math.toIntExact(size)));
        return flags;
    }

    private static void property(DataOutputStream command, String name, byte[] value)
            throws IOException {
        command.writeByte(name.length());
        command.writeBytes(name);
        command.writeInt(value.length);
        command.write(value);
    }

    private void frame(int flags, byte[] body) throws IOException {
        if (body.length > 255) {
            out.writeByte(flags | LONG);
            out.writeLong(body.length);
        } else {
            out.writeByte(flags);
            out.writeByte(body.length);
        }
        out.write(body);
    }
}
