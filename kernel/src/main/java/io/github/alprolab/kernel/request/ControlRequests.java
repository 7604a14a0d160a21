package io.github.alprolab.kernel.request;

import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.stop.Interrupts;
import io.github.alprolab.kernel.stop.Shutdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers what must not wait for the cell that runs; on the thread of the sockets. */
public final class ControlRequests {
    private final Replies replies;
    private final Runnable abortQueued;
    private final Interrupts interrupts;
    private final Shutdown shutdown;
    private final DebugRequests debug;

    /**
     * Answers by these.
     *
     * @param abortQueued keeps the cells that wait from running
     */
    public ControlRequests(
            Replies replies,
            Runnable abortQueued,
            Interrupts interrupts,
            Shutdown shutdown,
            DebugRequests debug) {
        this.replies = replies;
        this.abortQueued = abortQueued;
        this.interrupts = interrupts;
        this.shutdown = shutdown;
        this.debug = debug;
    }

    /** Answers a request of the control channel. */
    public void handle(Message request) {
        switch (request.type()) {
            case "kernel_info_request" -> info(Channel.CONTROL, request);
            case "interrupt_request" -> interrupt(request);
            case "shutdown_request" -> shutDown(Channel.CONTROL, request);
            case "debug_request" -> debug.receive(request);
            case "create_subshell_request", "delete_subshell_request", "list_subshell_request" ->
                    answer(Channel.CONTROL, request, unsupported(request.type()));
            default -> { // as on the shell channel
                replies.status(request, "busy");
                replies.status(request, "idle");
            }
        }
    }

    /** Says what the kernel is, on the channel that asked. */
    public void info(Channel channel, Message request) {
        answer(channel, request, KernelInfo.content());
    }

    /** Ends the kernel, as a client asked on a channel. */
    public void shutDown(Channel channel, Message request) {
        Map<String, Object> content = Replies.ok();
        content.put("restart", request.content().path("restart").asBoolean(false));
        answer(channel, request, content);
        replies.publish(request.header(), "shutdown_reply", content);
        shutdown.begin();
        debug.release();
    }

    private void interrupt(Message request) {
        abortQueued.run();
        interrupts.request();
        debug.release();
        answer(Channel.CONTROL, request, Replies.ok());
    }

    /** Replies, and says before and after that the kernel works on it. */
    private void answer(Channel channel, Message request, Map<String, Object> content) {
        replies.status(request, "busy");
        replies.reply(channel, request, content);
        replies.status(request, "idle");
    }

    private static Map<String, Object> unsupported(String type) {
        return new LinkedHashMap<>(
                Map.of(
                        "status",
                        "error",
                        "ename",
                        "NotSupported",
                        "evalue",
                        "This kernel does not support " + type,
                        "traceback",
                        List.of()));
    }
}
