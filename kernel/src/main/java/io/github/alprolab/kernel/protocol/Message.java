package io.github.alprolab.kernel.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One message.
 *
 * @param identities routing frames of the sender, or the topic on iopub
 * @param header its id, type, session, date and version
 * @param parent the header of the request it answers; empty for requests
 * @param metadata free details
 * @param content what it says
 * @param buffers bytes beside the content, as they are
 */
public record Message(
        List<byte[]> identities,
        ObjectNode header,
        JsonNode parent,
        JsonNode metadata,
        JsonNode content,
        List<byte[]> buffers) {
    /** Reads texts of any length: who has the key may send what memory holds. */
    static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxStringLength(Integer.MAX_VALUE)
                                            .build())
                            .build());

    /** The protocol version that is spoken. */
    public static final String VERSION = "5.5";

    private static final int MICROSECONDS = 6;
    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder().appendInstant(MICROSECONDS).toFormatter(Locale.ROOT);
    private static final AtomicLong SENT = new AtomicLong();

    /** The message's type. */
    public String type() {
        return header.path("msg_type").asText();
    }

    /** A text of the content; empty where there is none, or something else than a text. */
    public String text(String field) {
        return content.path(field).isTextual() ? content.path(field).textValue() : "";
    }

    /** A message of this kernel that answers {@code parent}. */
    public static Message of(
            String type, List<byte[]> identities, String session, JsonNode parent, Object content) {
        return of(type, identities, session, parent, content, Map.of(), List.of());
    }

    /** The same with details and bytes beside the content. */
    public static Message of(
            String type,
            List<byte[]> identities,
            String session,
            JsonNode parent,
            Object content,
            Map<String, Object> metadata,
            List<byte[]> buffers) {
        ObjectNode header = JSON.createObjectNode();
        header.put("msg_id", session + "_" + SENT.incrementAndGet());
        header.put("msg_type", type);
        header.put("session", session);
        header.put("username", "kernel");
        header.put("date", DATE.format(Instant.now()));
        header.put("version", VERSION);
        return new Message(
                identities,
                header,
                parent,
                JSON.valueToTree(metadata),
                JSON.valueToTree(content),
                List.copyOf(buffers));
    }
}
