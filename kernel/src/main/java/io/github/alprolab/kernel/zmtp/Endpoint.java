package io.github.alprolab.kernel.zmtp;

import java.util.List;

/** What a bound socket does with its peers; belongs to the event loop's thread. */
public abstract class Endpoint {
    private final String type;
    private final List<String> peers;

    Endpoint(String type, String... peers) {
        this.type = type;
        this.peers = List.of(peers);
    }

    /** ZeroMQ's name of this type of socket. */
    final String type() {
        return type;
    }

    /** Whether sockets of a type may connect. */
    final boolean takes(String peerType) {
        return peers.contains(peerType);
    }

    /** Whether what it sends answers what it received. */
    boolean answers() {
        return true;
    }

    /** A peer is ready. */
    void joined(Peer peer) {}

    /** A peer that had joined is gone. */
    void left(Peer peer) {}

    /** A peer sent a message. */
    abstract void received(Peer peer, List<byte[]> message);
}
