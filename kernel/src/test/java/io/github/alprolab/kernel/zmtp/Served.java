package io.github.alprolab.kernel.zmtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An event loop on a thread of its own, with one endpoint at a free port of this machine. */
final class Served implements AutoCloseable {
    static final int PATIENCE = 20_000;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final EventLoop loop = new EventLoop(told::add);
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::serve, "served");
    private final int port;
    private volatile boolean open = true;

    Served(Endpoint endpoint) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        loop.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), endpoint);
        thread.start();
    }

    /** Does something on the loop's thread. */
    void run(Runnable what) {
        work.add(what);
        loop.wake();
    }

    /** Keeps nothing for clients that took nothing since then. */
    void forgetUnread(Duration patience) {
        run(() -> loop.forgetUnread(patience));
    }

    /** What was told about clients. */
    List<String> told() {
        return told;
    }

    Client client(String type) throws IOException {
        return new Client(type, port, PATIENCE);
    }

    /** A connection on which nothing was said yet. */
    Socket raw() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private void serve() {
        try {
            while (open) {
                loop.turn(0);
                for (Runnable one = work.poll(); one != null; one = work.poll()) {
                    one.run();
                }
            }
            loop.close(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        open = false;
        loop.wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
