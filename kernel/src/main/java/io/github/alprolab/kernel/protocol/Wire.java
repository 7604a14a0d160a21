package io.github.alprolab.kernel.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Messages to frames and back. */
public final class Wire {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private final Signer signer;

    public Wire(Signer signer) {
        this.signer = signer;
    }

    /**
     * Reads frames.
     *
     * @throws IOException when they are no message, or wrongly signed
     */
    public Message decode(List<byte[]> frames) throws IOException {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() < delimiter + 6) {
            throw new IOException(frames.size() + " frames are no message");
        }
        List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 6);
        if (!signer.verify(parts, frames.get(delimiter + 1))) {
            throw new IOException("the signature is wrong");
        }
        JsonNode header = Message.JSON.readTree(parts.get(0));
        if (!(header instanceof ObjectNode object)) {
            throw new IOException("the header is no JSON object");
        }
        return new Message(
                List.copyOf(frames.subList(0, delimiter)),
                object,
                Message.JSON.readTree(parts.get(1)),
                Message.JSON.readTree(parts.get(2)),
                Message.JSON.readTree(parts.get(3)));
    }

    /** Writes and signs a message. */
    public List<byte[]> encode(Message message) {
        List<byte[]> parts =
                List.of(
                        bytes(message.header()),
                        bytes(message.parent()),
                        bytes(message.metadata()),
                        bytes(message.content()));
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(parts).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(parts);
        return frames;
    }

    /** Half a surrogate pair becomes a question mark: Jupyter could not save it in a notebook. */
    private static byte[] bytes(JsonNode node) {
        try {
            return Message.JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("A JSON tree could not be written", e);
        }
    }
}
