package io.github.alprolab.kernel.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.alprolab.kernel.debug.Debugger;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers debug requests on a thread of their own, which may wait for a value's own code. */
public final class DebugRequests {
    private static final System.Logger LOG = System.getLogger(DebugRequests.class.getName());

    private final Replies replies;
    private final CompletableFuture<Debugger> debugger = new CompletableFuture<>();
    private volatile JsonNode newest = JsonNodeFactory.instance.objectNode();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread made = new Thread(work, "kernel-debugger");
                        made.setDaemon(true);
                        return made;
                    });

    /** Answers once it is {@link #open}; requests wait for that. */
    public DebugRequests(Replies replies) {
        this.replies = replies;
    }

    void open(Debugger opened) {
        debugger.complete(opened);
    }

    /** Tells every client what happens to the program; it follows from what was last asked. */
    void tell(Map<String, Object> event) {
        replies.publish(newest, "debug_event", event);
    }

    void receive(Message request) {
        thread.execute(() -> answer(request));
    }

    /** Lets stopped threads go on, because the cell or the kernel is to end. */
    void release() {
        Debugger there = debugger.getNow(null);
        if (there != null) {
            there.release();
        }
    }

    private void answer(Message request) {
        replies.status(request, "busy");
        newest = request.header();
        try {
            replies.reply(Channel.CONTROL, request, content(request));
        } finally {
            replies.status(request, "idle");
        }
    }

    private Map<String, Object> content(Message request) {
        try {
            return debugger.join().answer(request.content());
        } catch (RuntimeException | Error e) { // also of a value's own code
            LOG.log(System.Logger.Level.ERROR, "A debug request failed", e);
            return failed(request, "The debugger failed: " + e);
        }
    }

    private static Map<String, Object> failed(Message request, String reason) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("type", "response");
        reply.put("request_seq", request.content().path("seq").asInt());
        reply.put("command", request.content().path("command").asText());
        reply.put("success", false);
        reply.put("message", reason);
        reply.put("body", Map.of());
        return reply;
    }
}
