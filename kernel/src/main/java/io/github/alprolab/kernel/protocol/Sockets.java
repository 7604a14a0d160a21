package io.github.alprolab.kernel.protocol;

import io.github.alprolab.kernel.zmtp.Echo;
import io.github.alprolab.kernel.zmtp.EventLoop;
import io.github.alprolab.kernel.zmtp.Publisher;
import io.github.alprolab.kernel.zmtp.Router;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * All sockets, owned by one thread that waits without a time-out. Other threads hand it messages
 * through a queue and wake it; the queue's bound slows a thread that prints faster than messages
 * are written. What a client is slow to take waits without a bound, so nothing is dropped.
 */
public final class Sockets {
    private static final int WAITING = 256;
    private static final int LINGER = 1000;

    /** Times 20 ms that a message waits for room in a full heap. */
    private static final int PATIENCE = 200;

    private record Outgoing(Channel channel, Message message) {}

    private final EventLoop loop;
    private final Wire wire;
    private final Map<Channel, Router> routers = new EnumMap<>(Channel.class);
    private final Publisher iopub = new Publisher(this::welcome);
    private final LinkedBlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>(WAITING);
    private final BiConsumer<Channel, Message> receiver;
    private final Function<String, Message> welcome;

    /** The server's log; what a stranger sends must not show in a cell. */
    private final PrintStream log = System.err;

    private final Thread thread = new Thread(this::serve, "kernel-sockets");
    private volatile boolean open = true;

    /**
     * Binds the sockets of a connection; {@link #start} begins to serve.
     *
     * @param receiver is called on the sockets' thread and must not block
     * @param welcome the message that tells a client that it is subscribed to a topic
     * @throws IOException when a port is taken, or the address is not of this machine
     */
    public Sockets(
            ConnectionFile connection,
            BiConsumer<Channel, Message> receiver,
            Function<String, Message> welcome)
            throws IOException {
        this.wire = new Wire(new Signer(connection.signatureScheme(), connection.key()));
        this.receiver = receiver;
        this.welcome = welcome;
        this.loop = new EventLoop();
        route(Channel.SHELL, connection, connection.shellPort());
        route(Channel.CONTROL, connection, connection.controlPort());
        route(Channel.STDIN, connection, connection.stdinPort());
        loop.bind(connection.address(connection.iopubPort()), iopub);
        loop.bind(connection.address(connection.heartbeatPort()), new Echo());
        thread.setDaemon(true);
    }

    private void route(Channel channel, ConnectionFile connection, int port) throws IOException {
        Router router = new Router(frames -> receive(channel, frames));
        loop.bind(connection.address(port), router);
        routers.put(channel, router);
    }

    /** Begins to receive; what is sent before waits. */
    public void start() {
        thread.start();
    }

    /**
     * Sends a message; from other threads it waits while too many are under way. After the end it
     * does nothing.
     */
    public void send(Channel channel, Message message) {
        if (Thread.currentThread() == thread) {
            deliver(new Outgoing(channel, message));
            return;
        }
        boolean interrupted = false;
        while (open) {
            try {
                queue.put(new Outgoing(channel, message));
                break;
            } catch (InterruptedException e) {
                interrupted = true; // what a cell printed before it was stopped is still sent
            }
        }
        loop.wake();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is waiting, closes, and waits for that; from any other thread. */
    public void close() {
        open = false;
        loop.wake();
        try {
            thread.join(2 * LINGER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            while (open) {
                turn();
            }
            loop.close(LINGER);
        } catch (IOException e) {
            tell("The sockets cannot be served", e);
        }
    }

    /** Goes on after everything but a broken selector: without this thread the kernel is deaf. */
    private void turn() throws IOException {
        try {
            loop.turn();
            drain();
        } catch (OutOfMemoryError e) {
            Thread.yield(); // to tell it would take memory; the cell that filled the heap tells it
        } catch (RuntimeException | Error e) {
            tell("The sockets go on after an error", e);
        }
    }

    private void tell(String what, Throwable e) {
        log.println(what + ":");
        e.printStackTrace(log);
    }

    private void drain() {
        for (Outgoing next = queue.poll(); next != null; next = queue.poll()) {
            deliver(next);
        }
    }

    private void welcome(byte[] topic) {
        String name = new String(topic, StandardCharsets.UTF_8);
        deliver(new Outgoing(Channel.IOPUB, welcome.apply(name)));
    }

    private void receive(Channel channel, List<byte[]> frames) {
        try {
            receiver.accept(channel, wire.decode(frames));
        } catch (IOException e) {
            log.println("The kernel dropped a message on " + channel + ": " + e.getMessage());
        } catch (Throwable e) { // this thread must outlive everything, also a full heap
            tell("A message could not be handled", e);
        }
    }

    private void deliver(Outgoing outgoing) {
        try {
            List<byte[]> frames = encoded(outgoing.message());
            if (outgoing.channel() == Channel.IOPUB) {
                iopub.send(frames);
            } else {
                routers.get(outgoing.channel()).send(frames);
            }
        } catch (RuntimeException | Error e) { // this thread must outlive everything, see receive
            tell("A message could not be sent", e);
        }
    }

    /**
     * A cell that fills the heap fails soon and leaves room; its reply must not be lost to that.
     */
    private List<byte[]> encoded(Message message) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return wire.encode(message);
            } catch (OutOfMemoryError e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        return wire.encode(message);
    }
}
