package io.github.alprolab.kernel.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alprolab.kernel.zmtp.Pieces;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
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
                Message.JSON.readTree(parts.get(3)),
                List.copyOf(frames.subList(delimiter + 6, frames.size())));
    }

    /** Writes and signs a message. */
    public List<byte[]> encode(Message message) {
        return frames(message).stream().map(Pieces::toArray).toList();
    }

    /** Writes and signs a message, whose bytes are not copied however many they are. */
    List<Pieces> frames(Message message) {
        List<Pieces> parts =
                List.of(
                        json(message.header()),
                        json(message.parent()),
                        json(message.metadata()),
                        json(message.content()));
        String signature = signer.sign(parts.stream().flatMap(Pieces::pieces));
        List<Pieces> frames = new ArrayList<>(Pieces.each(message.identities()));
        frames.add(Pieces.of(DELIMITER));
        frames.add(Pieces.of(signature.getBytes(StandardCharsets.US_ASCII)));
        frames.addAll(parts);
        frames.addAll(Pieces.each(message.buffers())); // not signed, as the protocol has it
        return frames;
    }

    /** Half a surrogate pair becomes a question mark: Jupyter could not save it in a notebook. */
    private static Pieces json(JsonNode node) {
        Pieces bytes = new Pieces();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            Message.JSON.writeValue(writer, node);
        } catch (IOException e) {
            throw new IllegalStateException("A JSON tree could not be written", e);
        }
        return bytes;
    }
}
