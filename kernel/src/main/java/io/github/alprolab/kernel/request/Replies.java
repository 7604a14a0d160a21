package io.github.alprolab.kernel.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.output.Cell;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.protocol.Sockets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kernel says: replies to requests, whether it works, and what every client hears. May be
 * used by any thread.
 *
 * @param sockets by which it is sent
 * @param session the name that this kernel has in the messages it sends
 */
public record Replies(Sockets sockets, String session) {

    /** Replies to a request. */
    void reply(Channel channel, Message request, Map<String, Object> content) {
        String type = request.type().replace("_request", "_reply");
        sockets.send(
                channel,
                Message.of(type, request.identities(), session, request.header(), content));
    }

    /** Says that the kernel is {@code busy} with a request, or {@code idle} after it. */
    void status(Message request, String state) {
        publish(request.header(), "status", Map.of("execution_state", state));
    }

    /** Tells every client something that a request led to. */
    void publish(JsonNode parent, String type, Map<String, Object> content) {
        List<byte[]> topic = List.of(type.getBytes(StandardCharsets.US_ASCII));
        sockets.send(Channel.IOPUB, Message.of(type, topic, session, parent, content));
    }

    /** What a request runs, with an execution count to show. */
    Cell cell(Message request, int count, boolean silent) {
        return new Cell(sockets, session, request, count, silent);
    }

    /** The content of a reply to what was done, to which more may be added. */
    static Map<String, Object> ok() {
        return new LinkedHashMap<>(Map.of("status", "ok"));
    }
}
