package io.github.alprolab.kernel.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes messages with their sender's identity before them, and sends to who has an identity. */
public final class Router extends Endpoint {
    private static final int MADE_LENGTH = 5;

    private final Map<ByteBuffer, Peer> byIdentity = new HashMap<>();
    private final Consumer<List<byte[]>> receiver;
    private int nameless;

    /** Gives messages to a receiver. */
    public Router(Consumer<List<byte[]>> receiver) {
        super("ROUTER", "DEALER", "REQ", "ROUTER");
        this.receiver = receiver;
    }

    /**
     * Sends to the peer that the first frame names; to one that is gone nothing is sent.
     *
     * @param gone is run when no connection holds it any more
     */
    public void send(List<Pieces> frames, Runnable gone) {
        Outgoing message = new Outgoing(Frames.message(frames.subList(1, frames.size())), gone);
        Peer peer = byIdentity.get(ByteBuffer.wrap(frames.get(0).toArray()));
        if (peer != null) {
            peer.send(message);
        }
        message.letGo();
    }

    /**
     * A peer that comes again under its identity takes over: the connection it had before may be
     * dead without anybody having told.
     */
    @Override
    void joined(Peer peer) {
        if (peer.identity().length == 0) {
            byte[] made = ByteBuffer.allocate(MADE_LENGTH).putInt(1, ++nameless).array();
            peer.identifyAs(made);
        }
        Peer before = byIdentity.put(ByteBuffer.wrap(peer.identity()), peer);
        if (before != null) {
            before.close();
        }
    }

    @Override
    void left(Peer peer) {
        byIdentity.remove(ByteBuffer.wrap(peer.identity()), peer);
    }

    @Override
    void received(Peer peer, List<byte[]> message) {
        List<byte[]> frames = new ArrayList<>(message.size() + 1);
        frames.add(peer.identity());
        frames.addAll(message);
        receiver.accept(frames);
    }
}
