package io.github.alprolab.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.StartupSettings;
import io.github.alprolab.kernel.output.Cell;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.output.InputPrompt;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.session.Assistant;
import io.github.alprolab.kernel.session.CodePoints;
import io.github.alprolab.kernel.session.JavaSession;
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
    private final InputPrompt input;
    private final FrontEndComms comms;
    private final AtomicInteger aborting = new AtomicInteger();
    private final History history = new History();
    private volatile Cells cells;
    private Assistant assistant;
    private CellRunner runner;

    ShellRequests(Kernel kernel, CellStreams streams, InputPrompt input, Interrupts interrupts) {
        this.kernel = kernel;
        this.streams = streams;
        this.input = input;
        this.interrupts = interrupts;
        this.comms = new FrontEndComms((type, content) -> streams.current().publish(type, content));
    }

    /** Opens the session with the extensions' imports; the first request waits for it. */
    void open() {
        List<KernelExtension> extensions = Extensions.found();
        StartupSettings settings = new StartupSettings(System.getenv());
        JavaSession session =
                new JavaSession(Extensions.imports(extensions), settings.compilerOptions());
        cells = Extensions.cells(session, settings, extensions, history::inputs);
        assistant = new Assistant(session);
        Displayers displayers = Extensions.displayers(extensions);
        Notebook.connect(new CellScreen(displayers, streams, input));
        runner = new CellRunner(cells, displayers, streams, interrupts);
        CellServices services = new CellServices(streams, interrupts, comms);
        extensions.forEach(e -> e.started(services));
    }

    /** What runs cells, once it is open; to stop them from other threads. */
    Optional<Cells> cells() {
        return Optional.ofNullable(cells);
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
                case "complete_request" -> complete(request);
                case "inspect_request" -> inspect(request);
                case "is_complete_request" -> isComplete(request);
                case "history_request" ->
                        answer(request, "history", history.find(request.content()));
                case "comm_info_request" ->
                        answer(
                                request,
                                "comms",
                                comms.info(request.content().path("target_name").asText()));
                case "comm_open", "comm_msg", "comm_close" -> comm(request);
                default -> {} // unknown requests get busy and idle, as in other kernels
            }
        } finally {
            kernel.status(request, "idle");
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
            history.add(runner.count(), content.path("code").asText(), runner.shown());
        }
    }

    /** What a comm's receiver prints or shows belongs to the message that called it. */
    private void comm(Message request) {
        Cell cell = new Cell(kernel.sockets(), kernel.session(), request, runner.count(), false);
        streams.begin(cell);
        try {
            comms.receive(request);
        } finally {
            cell.end();
        }
    }

    private void complete(Message request) {
        String code = request.content().path("code").asText();
        int index = CodePoints.toIndex(code, request.content().path("cursor_pos").asInt());
        Assistant.Completion found = assistant.complete(code, index);
        Map<String, Object> reply = Kernel.ok();
        reply.put("matches", found.matches());
        reply.put("cursor_start", CodePoints.toCursor(code, found.start()));
        reply.put("cursor_end", CodePoints.toCursor(code, index));
        reply.put("metadata", Map.of());
        kernel.reply(Channel.SHELL, request, "complete_reply", reply);
    }

    private void inspect(Message request) {
        String code = request.content().path("code").asText();
        int index = CodePoints.toIndex(code, request.content().path("cursor_pos").asInt());
        List<String> found = assistant.inspect(code, index);
        Map<String, Object> reply = Kernel.ok();
        reply.put("found", !found.isEmpty());
        reply.put(
                "data",
                found.isEmpty() ? Map.of() : Map.of("text/plain", String.join("\n\n", found)));
        reply.put("metadata", Map.of());
        kernel.reply(Channel.SHELL, request, "inspect_reply", reply);
    }

    private void isComplete(Message request) {
        Assistant.State state =
                assistant.state(cells.masked(request.content().path("code").asText()));
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("status", state.status());
        reply.put("indent", state.indent());
        kernel.reply(Channel.SHELL, request, "is_complete_reply", reply);
    }

    private void answer(Message request, String field, Object value) {
        Map<String, Object> reply = Kernel.ok();
        reply.put(field, value);
        kernel.reply(Channel.SHELL, request, request.type().replace("_request", "_reply"), reply);
    }
}
