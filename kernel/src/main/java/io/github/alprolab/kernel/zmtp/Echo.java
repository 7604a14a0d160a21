package io.github.alprolab.kernel.zmtp;

import java.util.List;

/** Sends back what it gets, as a heartbeat does. */
public final class Echo extends Endpoint {
    public Echo() {
        super("REP", "REQ", "DEALER");
    }

    @Override
    void received(Peer peer, List<byte[]> message) {
        peer.send(Frames.message(Pieces.each(message)));
    }
}
