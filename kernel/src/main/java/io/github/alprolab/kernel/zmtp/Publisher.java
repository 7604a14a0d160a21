package io.github.alprolab.kernel.zmtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends messages to all who subscribed to a beginning of their first frame. */
public final class Publisher extends Endpoint {
    private final Map<Peer, List<byte[]>> topics = new LinkedHashMap<>();
    private final Consumer<byte[]> subscribed;

    /** Tells of each subscription, also of one to a topic that has subscribers. */
    public Publisher(Consumer<byte[]> subscribed) {
        super("XPUB", "SUB", "XSUB");
        this.subscribed = subscribed;
    }

    @Override
    boolean answers() {
        return false;
    }

    /**
     * Sends to every subscriber.
     *
     * @param gone is run when no connection holds it any more
     */
    public void send(List<Pieces> frames, Runnable gone) {
        Outgoing message = new Outgoing(Frames.message(frames), gone);
        byte[] topic = frames.get(0).toArray();
        for (Map.Entry<Peer, List<byte[]>> one : List.copyOf(topics.entrySet())) {
            if (one.getValue().stream().anyMatch(begin -> begins(topic, begin))) {
                one.getKey().send(message);
            }
        }
        message.letGo();
    }

    private static boolean begins(byte[] topic, byte[] begin) {
        return begin.length <= topic.length
                && Arrays.equals(topic, 0, begin.length, begin, 0, begin.length);
    }

    @Override
    void joined(Peer peer) {
        topics.put(peer, new ArrayList<>());
    }

    @Override
    void left(Peer peer) {
        topics.remove(peer);
    }

    /** A subscription is a 1 and the topic, its end a 0 and the topic; all else is nothing. */
    @Override
    void received(Peer peer, List<byte[]> message) {
        byte[] frame = message.get(0);
        if (frame.length == 0 || frame[0] > 1 || frame[0] < 0) {
            return;
        }
        byte[] topic = Arrays.copyOfRange(frame, 1, frame.length);
        List<byte[]> known = topics.get(peer);
        if (frame[0] == 1) {
            known.add(topic);
            subscribed.accept(topic);
        } else {
            known.stream()
                    .filter(one -> Arrays.equals(one, topic))
                    .findFirst()
                    .ifPresent(known::remove);
        }
    }
}
