package io.github.alprolab.kernel.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * All sockets, owned by one thread that waits without a time-out. Other threads hand it messages
 * through a queue and wake it; the queue's bound slows a thread that prints faster than the network
 * carries. Socket buffers are unbounded, so nothing is dropped.
 */
public final class Sockets {
    private static final System.Logger LOG = System.getLogger(Sockets.class.getName());
    private static final int WAITING = 256;
    private static final String WAKE = "inproc://wake";

    private record Outgoing(Channel channel, Message message) {}

    private final ZContext context = new ZContext();
    private final Wire wire;
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Socket wakeIn = context.createSocket(SocketType.PULL);
    private final ZMQ.Socket wakeOut = context.createSocket(SocketType.PUSH);
    private final AtomicBoolean woken = new AtomicBoolean();
    private final LinkedBlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>(WAITING);
    private final BiConsumer<Channel, Message> receiver;
    private final Function<String, Message> welcome;
    private final Thread thread = new Thread(this::loop, "kernel-sockets");
    private volatile boolean open = true;

    /**
     * Binds the sockets of a connection; {@link #start} begins to serve.
     *
     * @param receiver is called on the sockets' thread and must not block
     * @param welcome the message that tells a client that it is subscribed to a topic
     */
    public Sockets(
            ConnectionFile connection,
            BiConsumer<Channel, Message> receiver,
            Function<String, Message> welcome) {
        this.wire = new Wire(new Signer(connection.signatureScheme(), connection.key()));
        this.receiver = receiver;
        this.welcome = welcome;
        bind(Channel.SHELL, SocketType.ROUTER, connection.address(connection.shellPort()));
        bind(Channel.CONTROL, SocketType.ROUTER, connection.address(connection.controlPort()));
        bind(Channel.STDIN, SocketType.ROUTER, connection.address(connection.stdinPort()));
        bind(Channel.IOPUB, SocketType.XPUB, connection.address(connection.iopubPort()));
        wakeIn.bind(WAKE);
        wakeOut.connect(WAKE);
        thread.setDaemon(true);
        Thread heartbeat =
                new Thread(
                        () -> beat(connection.address(connection.heartbeatPort())),
                        "kernel-heartbeat");
        heartbeat.setDaemon(true);
        heartbeat.start();
    }

    public void start() {
        thread.start();
    }

    /** Sends a message; from other threads it waits while too many are under way. */
    public void send(Channel channel, Message message) {
        if (Thread.currentThread() == thread) {
            deliver(new Outgoing(channel, message));
            return;
        }
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(new Outgoing(channel, message));
                break;
            } catch (InterruptedException e) {
                interrupted = true; // what a cell printed before it was stopped is still sent
            }
        }
        wake();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is waiting and closes; called from the sockets' own thread. */
    public void close() {
        open = false;
        wake();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            synchronized (wakeOut) {
                try {
                    wakeOut.send(new byte[0], ZMQ.DONTWAIT);
                } catch (ZMQException e) {
                    if (open) { // what is said after the end reaches nobody
                        throw e;
                    }
                }
            }
        }
    }

    private void loop() {
        ZMQ.Poller poller = context.createPoller(5);
        List<Channel> channels =
                List.of(Channel.CONTROL, Channel.SHELL, Channel.STDIN, Channel.IOPUB);
        channels.forEach(c -> poller.register(sockets.get(c), ZMQ.Poller.POLLIN));
        poller.register(wakeIn, ZMQ.Poller.POLLIN);
        while (open) {
            poller.poll(-1);
            if (poller.pollin(channels.size())) {
                wakeIn.recv();
                woken.set(false);
            }
            drain();
            for (int i = 0; i < channels.size(); i++) {
                if (poller.pollin(i)) {
                    take(channels.get(i));
                }
            }
        }
        drain();
        context.close();
    }

    private void drain() {
        for (Outgoing next = queue.poll(); next != null; next = queue.poll()) {
            deliver(next);
        }
    }

    private void take(Channel channel) {
        if (channel == Channel.IOPUB) {
            subscription(sockets.get(channel).recv());
        } else {
            receive(channel);
        }
    }

    /** A client's subscription is a 1 and the topic; the end of one is a 0. */
    private void subscription(byte[] frame) {
        if (frame.length > 0 && frame[0] == 1) {
            String topic = new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8);
            deliver(new Outgoing(Channel.IOPUB, welcome.apply(topic)));
        }
    }

    private void receive(Channel channel) {
        List<byte[]> frames = new ArrayList<>();
        ZMQ.Socket socket = sockets.get(channel);
        do {
            frames.add(socket.recv());
        } while (socket.hasReceiveMore());
        try {
            receiver.accept(channel, wire.decode(frames));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Dropped a message on {0}: {1}", channel, e);
        } catch (Throwable e) { // this thread must outlive everything, also a full heap
            LOG.log(System.Logger.Level.ERROR, "A message could not be handled", e);
        }
    }

    private void deliver(Outgoing outgoing) {
        List<byte[]> frames = wire.encode(outgoing.message());
        ZMQ.Socket socket = sockets.get(outgoing.channel());
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    private void bind(Channel channel, SocketType type, String address) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setHWM(0);
        socket.setLinger(1000);
        if (type == SocketType.XPUB) {
            socket.setXpubVerbose(true); // every client is welcomed, not only the first
        }
        socket.bind(address);
        sockets.put(channel, socket);
    }

    private void beat(String address) {
        try (ZContext own = new ZContext()) {
            ZMQ.Socket socket = own.createSocket(SocketType.REP);
            socket.bind(address);
            while (open) {
                socket.send(socket.recv());
            }
        }
    }
}
