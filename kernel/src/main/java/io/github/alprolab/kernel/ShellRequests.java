package io.github.alprolab.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.help.Assistant;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the requests of the shell channel, one after the other. */
final class ShellRequests {
    private final Kernel kernel;
    private final CellStreams streams;
    private final Interrupts interrupts;
    private final AtomicInteger aborting = new AtomicInteger();
    private final List<Past> history = new ArrayList<>();
    private volatile JavaSession session;
    private volatile Assistant assistant;
    private CellRunner runner;

    ShellRequests(Kernel kernel, CellStreams streams, Interrupts interrupts) {
        this.kernel = kernel;
        this.streams = streams;
        this.interrupts = interrupts;
    }

    /** Opens the session with the extensions' imports; the first request waits for it. */
    void open() {
        List<KernelExtension> extensions = Extensions.found();
        session = new JavaSession(Extensions.imports(extensions));
        assistant = new Assistant(session, List.of());
        Displayers displayers = Extensions.displayers(extensions);
        Notebook.connect(new CellScreen(displayers, streams));
        runner = new CellRunner(session, displayers, streams, interrupts, assistant::answer);
        CellServices services = new CellServices(streams, interrupts);
        extensions.forEach(e -> e.started(services));
        new DroppedValues(session, extensions).watch();
    }

    /** Helps with code that is being typed; null until the session is open. */
    Assistant assistant() {
        return assistant;
    }

    void interrupt() {
        JavaSession open = session;
        if (open != null) {
            open.interrupt();
        }
    }

    /** Everything that is queued now answers «aborted» instead of running. */
    void abortQueued() {
        aborting.incrementAndGet();
        kernel.later(aborting::decrementAndGet);
    }

    void handle(Message request) {
        kernel.status(request, "busy");
        try {
            switch (request.type()) {
                case "execute_request" -> execute(request);
                case "history_request" -> answer(request, "history", history(request));
                case "comm_info_request" -> answer(request, "comms", Map.of());
                case "comm_open" ->
                        kernel.publish(
                                request.header(),
                                "comm_close",
                                Map.of(
                                        "comm_id",
                                        request.content().path("comm_id").asText(),
                                        "data",
                                        Map.of()));
                default -> {} // unknown requests get busy and idle, as in other kernels
            }
        } finally {
            kernel.status(request, "idle");
        }
    }

    /** A cell that ran: its count, source and value. */
    private record Past(int count, String code, Optional<String> value) {
        List<Object> entry(boolean output) {
            Object cell = output ? Arrays.asList(code, value.orElse(null)) : code;
            return List.of(0, count, cell);
        }
    }

    private void execute(Message request) {
        Map<String, Object> reply;
        if (aborting.get() > 0) {
            reply = new LinkedHashMap<>(Map.of("status", "aborted"));
            reply.put("execution_count", runner.count());
        } else {
            reply = runner.run(request, kernel);
            remember(request);
        }
        kernel.reply(Channel.SHELL, request, "execute_reply", reply);
        boolean stop = request.content().path("stop_on_error").asBoolean(true);
        if (stop && "error".equals(reply.get("status"))) {
            abortQueued();
        }
    }

    private void remember(Message request) {
        JsonNode content = request.content();
        if (content.path("store_history").asBoolean(true)
                && !content.path("silent").asBoolean(false)) {
            history.add(new Past(runner.count(), content.path("code").asText(), runner.shown()));
        }
    }

    /** This kernel's last cells, all of them for other kinds of access. */
    private List<List<Object>> history(Message request) {
        int wanted = request.content().path("n").asInt(history.size());
        boolean output = request.content().path("output").asBoolean(false);
        return history.subList(Math.max(0, history.size() - wanted), history.size()).stream()
                .map(past -> past.entry(output))
                .toList();
    }

    private void answer(Message request, String field, Object value) {
        Map<String, Object> reply = Kernel.ok();
        reply.put(field, value);
        kernel.reply(Channel.SHELL, request, request.type().replace("_request", "_reply"), reply);
    }
}
