package io.github.alprolab.kernel.protocol;

import io.github.alprolab.kernel.zmtp.Echo;
import io.github.alprolab.kernel.zmtp.EventLoop;
import io.github.alprolab.kernel.zmtp.Pieces;
import io.github.alprolab.kernel.zmtp.Publisher;
import io.github.alprolab.kernel.zmtp.Router;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * All sockets, owned by one thread that never waits for others. Threads encode their own messages,
 * hand them over and wake it. All bytes under way, also those that a client is slow to take, share
 * one {@link Room}, for which cells wait; so memory is bounded and nothing is dropped for a client
 * that reads. For one that reads nothing for long, nothing is kept.
 */
public final class Sockets {
    /** Bytes under way: 32 MiB, or a sixteenth of a smaller heap. */
    private static final long ROOM = Math.min(1 << 25, Runtime.getRuntime().maxMemory() / 16);

    /** Bytes after which the sockets are looked at again. */
    private static final long TURN = 1 << 20;

    /** Milliseconds between looks at who reads nothing, while somebody waits for room. */
    private static final long GLANCE = 250;

    private static final int LINGER = 1000;

    /** Times 20 ms that a message waits for room in a full heap. */
    private static final int PATIENCE = 200;

    /** A message that took room, which it gives back when it is gone. */
    private record Outgoing(Channel channel, List<Pieces> frames, Runnable gone) {}

    private final EventLoop loop;
    private final Wire wire;
    private final Map<Channel, Router> routers = new EnumMap<>(Channel.class);
    private final Publisher iopub = new Publisher(this::welcome);
    private final ConcurrentLinkedQueue<Outgoing> queue = new ConcurrentLinkedQueue<>();
    private final Room room;
    private final Duration patience;
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
     * @param patience how long what is put out waits for a client that reads nothing
     * @throws IOException when a port is taken, or the address is not of this machine
     */
    public Sockets(
            ConnectionFile connection,
            BiConsumer<Channel, Message> receiver,
            Function<String, Message> welcome,
            Duration patience)
            throws IOException {
        this.wire = new Wire(new Signer(connection.signatureScheme(), connection.key()));
        this.receiver = receiver;
        this.welcome = welcome;
        this.patience = patience;
        this.loop = new EventLoop(log::println);
        this.room = new Room(ROOM, loop::wake);
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

    /** Sends a message, and waits for nothing. After the end it does nothing. */
    public void send(Channel channel, Message message) {
        List<Pieces> frames = encoded(message);
        Outgoing outgoing = new Outgoing(channel, frames, room.take(bytes(frames)));
        if (Thread.currentThread() == thread) {
            deliver(outgoing);
        } else if (open) {
            queue.add(outgoing);
            loop.wake();
        }
    }

    /**
     * Waits while too many bytes are under way: for who is about to put out any number of messages,
     * and holds no lock that others need to answer.
     *
     * @param givenUp ends the wait as soon as it is seen, within a quarter of a second
     */
    public void awaitRoom(BooleanSupplier givenUp) {
        room.await(givenUp);
    }

    private static long bytes(List<Pieces> frames) {
        return frames.stream().mapToLong(Pieces::length).sum();
    }

    /** From now on nothing waits for room: the kernel ends, whoever reads. */
    public void hurry() {
        room.open();
    }

    /** Sends what is waiting, closes, and waits for that; from any other thread. */
    public void close() {
        hurry();
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
            while (!queue.isEmpty()) {
                drain();
            }
            loop.close(LINGER);
        } catch (IOException e) {
            tell("The sockets cannot be served", e);
        }
    }

    /** Goes on after everything but a broken selector: without this thread the kernel is deaf. */
    private void turn() throws IOException {
        try {
            loop.turn(room.isShort() ? GLANCE : 0);
            drain();
            if (room.isShort()) {
                loop.forgetUnread(patience);
            }
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

    /** Not all at once where there is much: a client that asks must not wait for it. */
    private void drain() {
        long delivered = 0;
        Outgoing next;
        while (delivered < TURN && (next = queue.poll()) != null) {
            delivered += bytes(next.frames());
            deliver(next);
        }
        if (!queue.isEmpty()) {
            loop.wake();
        }
    }

    private void welcome(byte[] topic) {
        send(Channel.IOPUB, welcome.apply(new String(topic, StandardCharsets.UTF_8)));
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
            if (outgoing.channel() == Channel.IOPUB) {
                iopub.send(outgoing.frames(), outgoing.gone());
            } else {
                routers.get(outgoing.channel()).send(outgoing.frames(), outgoing.gone());
            }
        } catch (RuntimeException | Error e) { // this thread must outlive everything, see receive
            outgoing.gone().run();
            tell("A message could not be sent", e);
        }
    }

    /**
     * A cell that fills the heap fails soon and leaves room; its reply must not be lost to that.
     */
    private List<Pieces> encoded(Message message) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return wire.frames(message);
            } catch (OutOfMemoryError e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        return wire.frames(message);
    }
}
