package io.github.alprolab.kernel.zmtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Serves endpoints on the thread that runs it, which sleeps until there is something to do. */
public final class EventLoop {
    private static final int BUFFER = 1 << 16;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<Path> files = new ArrayList<>();
    private final Consumer<String> log;

    /**
     * Serves nothing yet.
     *
     * @param log takes a line about a client that does not do as it should
     */
    public EventLoop(Consumer<String> log) throws IOException {
        this.log = log;
        this.selector = Selector.open();
    }

    /**
     * Listens at an address of this machine, or at a file of one.
     *
     * @throws IOException when it is taken or not of this machine
     */
    public void bind(SocketAddress address, Endpoint endpoint) throws IOException {
        ServerSocketChannel server;
        if (address instanceof UnixDomainSocketAddress file) {
            deleteSocket(file.getPath()); // left by a kernel that was killed
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            files.add(file.getPath());
        } else {
            server = ServerSocketChannel.open();
        }
        try {
            server.bind(address);
        } catch (IOException e) {
            server.close();
            throw new IOException("Nothing can listen at " + address + ": " + e.getMessage(), e);
        }
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT, endpoint);
    }

    /**
     * Waits until something happens or {@link #wake} is called, and does what is to be done.
     * Whatever is thrown, the next turn goes on with all other clients.
     *
     * @param milliseconds to wait at most; 0 for no end
     */
    public void turn(long milliseconds) throws IOException {
        selector.select(this::act, milliseconds);
    }

    /** Keeps nothing for clients that took none of what waits for them for so long. */
    public void forgetUnread(Duration patience) {
        peers().forEach(peer -> peer.forgetUnread(patience.toNanos()));
    }

    /** Ends the present wait, or the next one; from any thread. */
    public void wake() {
        selector.wakeup();
    }

    private void act(SelectionKey key) {
        if (key.attachment() instanceof Peer peer) {
            act(peer);
        } else if (key.isValid() && key.isAcceptable()) {
            accept((ServerSocketChannel) key.channel(), (Endpoint) key.attachment());
        }
    }

    /** A heap that is full, or a fault here, costs one connection and not all of them. */
    private void act(Peer peer) {
        try {
            peer.act(buffer);
        } catch (RuntimeException | Error e) {
            peer.close();
            throw e;
        }
    }

    private void accept(ServerSocketChannel server, Endpoint endpoint) {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return; // it went away again
            }
            if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            new Peer(channel, key, endpoint, log);
        } catch (IOException e) {
            throw new UncheckedIOException("A client could not connect", e);
        }
    }

    /** Sends what is waiting, for so many milliseconds at most, and closes every connection. */
    public void close(long linger) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(linger);
        while (peers().stream().anyMatch(Peer::hasWaiting) && System.nanoTime() < end) {
            selector.select(this::act, 1 + linger / 10);
        }
        for (SelectionKey key : List.copyOf(selector.keys())) {
            key.channel().close();
        }
        selector.close();
        for (Path file : files) {
            deleteSocket(file);
        }
    }

    /** Deletes a socket, and nothing that somebody may have put in its place. */
    private static void deleteSocket(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther()) {
            Files.delete(file);
        }
    }

    private List<Peer> peers() {
        return selector.keys().stream()
                .map(SelectionKey::attachment)
                .filter(Peer.class::isInstance)
                .map(Peer.class::cast)
                .toList();
    }
}
