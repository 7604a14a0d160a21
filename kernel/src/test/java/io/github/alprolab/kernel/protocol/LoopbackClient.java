package io.github.alprolab.kernel.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sockets on free ports of this machine, and a client that is connected to them. */
public final class LoopbackClient implements AutoCloseable {
    /** The client's routing identity. */
    public static final byte[] IDENTITY = "client".getBytes(StandardCharsets.US_ASCII);

    private static final int PATIENCE = 20_000;

    private final Wire wire = new Wire(new Signer("hmac-sha256", "secret"));
    private final ConnectionFile connection;
    private final Sockets sockets;
    private final List<ZmtpSocket> connections = new ArrayList<>();
    private final ZmtpSocket iopub;

    /** Binds and connects; returns when what is published arrives. */
    public LoopbackClient(BiConsumer<Channel, Message> receiver) {
        this(receiver, Duration.ofMinutes(1));
    }

    /** As the other, with so much patience for clients that read nothing. */
    LoopbackClient(BiConsumer<Channel, Message> receiver, Duration patience) {
        int[] port = freePorts();
        connection =
                new ConnectionFile(
                        "tcp",
                        "127.0.0.1",
                        port[0],
                        port[1],
                        port[2],
                        port[3],
                        port[4],
                        "hmac-sha256",
                        "secret");
        sockets = bound(receiver, patience);
        sockets.start();
        iopub = connected("SUB", connection.iopubPort());
        iopub.send(List.of(new byte[] {1})); // subscribes to everything
        publishedUntil("iopub_welcome");
    }

    private Sockets bound(BiConsumer<Channel, Message> receiver, Duration patience) {
        try {
            return new Sockets(
                    connection,
                    receiver,
                    topic -> request("iopub_welcome", Map.of("subscription", topic)),
                    patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Sockets sockets() {
        return sockets;
    }

    /** A request of this client. */
    public static Message request(String type, Map<String, Object> content) {
        var none = JsonNodeFactory.instance.objectNode();
        return Message.of(type, List.of(IDENTITY), "client", none, content);
    }

    /** The next published message. */
    public Message published() {
        return receive(iopub);
    }

    /** Published messages before the one of this type. */
    public List<Message> publishedUntil(String type) {
        List<Message> messages = new ArrayList<>();
        for (Message next = published(); !next.type().equals(type); next = published()) {
            messages.add(next);
        }
        return messages;
    }

    /** A socket of the client's side of a channel. */
    public ZmtpSocket dealer(int port) {
        return connected("DEALER", port);
    }

    /** The heartbeat's echo of one frame. */
    byte[] echo(byte[] frame) {
        ZmtpSocket socket = connected("REQ", connection.heartbeatPort());
        socket.send(List.of(new byte[0], frame));
        return socket.receive().get(1);
    }

    /** Another subscriber to everything that is published. */
    ZmtpSocket subscriber() {
        ZmtpSocket socket = connected("SUB", connection.iopubPort());
        socket.send(List.of(new byte[] {1}));
        receive(socket); // it is welcome
        return socket;
    }

    private ZmtpSocket connected(String type, int port) {
        ZmtpSocket socket = new ZmtpSocket(type, IDENTITY, port, PATIENCE);
        connections.add(socket);
        return socket;
    }

    public ConnectionFile connection() {
        return connection;
    }

    /** Sends a request; the kernel's side adds the identity. */
    public void send(ZmtpSocket socket, Message request) {
        List<byte[]> frames = wire.encode(request);
        socket.send(frames.subList(request.identities().size(), frames.size()));
    }

    /** The next message on a socket; fails where none comes. */
    public Message receive(ZmtpSocket socket) {
        try {
            return wire.decode(socket.receive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connections.forEach(ZmtpSocket::close);
        sockets.close();
    }

    private static int[] freePorts() {
        int[] ports = new int[5];
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < ports.length; i++) {
                held.add(new ServerSocket(0));
                ports[i] = held.get(i).getLocalPort();
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }
}
