package io.github.alprolab.kernel.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.debug.Debugger;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.extension.CellScreen;
import io.github.alprolab.kernel.extension.CellServices;
import io.github.alprolab.kernel.extension.DroppedValues;
import io.github.alprolab.kernel.extension.Extensions;
import io.github.alprolab.kernel.help.Assistant;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.MagicNames;
import io.github.alprolab.kernel.magic.StartupSettings;
import io.github.alprolab.kernel.output.Cell;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.output.InputPrompt;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Reserve;
import io.github.alprolab.kernel.stop.Interrupts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the requests of the shell channel, one after the other. */
public final class ShellRequests {
    private final Replies replies;
    private final CellThread thread;
    private final CellStreams streams;
    private final Interrupts interrupts;
    private final InputPrompt input;
    private final DebugRequests debug;
    private final FrontEndComms comms;
    private final Queue<Message> events;
    private final AtomicInteger aborting = new AtomicInteger();
    private final History history = new History();
    private volatile Cells cells;
    private volatile Assistant assistant;
    private volatile CellRunner runner;

    /**
     * Answers once it is {@link #open}.
     *
     * @param replies to whom asked
     * @param thread runs work on the thread of the cells, which handles every request
     * @param events what clients sent to comms and nobody took yet
     */
    public ShellRequests(
            Replies replies,
            CellThread thread,
            CellStreams streams,
            InputPrompt input,
            Interrupts interrupts,
            Queue<Message> events,
            DebugRequests debug) {
        this.replies = replies;
        this.thread = thread;
        this.streams = streams;
        this.input = input;
        this.interrupts = interrupts;
        this.comms = new FrontEndComms(streams, message -> replies.cell(message, 0, false));
        this.events = events;
        this.debug = debug;
    }

    /** Opens the session with the extensions' imports; the first request waits for it. */
    public void open() {
        List<KernelExtension> extensions = Extensions.found();
        StartupSettings settings = new StartupSettings(System.getenv());
        JavaSession session =
                new JavaSession(Extensions.imports(extensions), settings.compilerOptions());
        cells = Extensions.cells(session, settings, extensions, history::inputs);
        assistant =
                new Assistant(session, extensions, List.of(new MagicNames(cells)), cells::masked);
        Displayers displayers = Extensions.displayers(extensions);
        Notebook.connect(screen(displayers));
        Debugger debugger = new Debugger(session, displayers, interrupts::requested, debug::tell);
        runner =
                new CellRunner(
                        replies,
                        cells,
                        displayers,
                        streams,
                        interrupts,
                        assistant::answer,
                        debugger);
        debug.open(debugger);
        thread.whenLeftEnds(runner::ended);
        CellServices services = new CellServices(streams, interrupts, comms);
        extensions.forEach(e -> e.started(services));
        new DroppedValues(session, extensions).watch();
        Reserve.take();
    }

    private CellScreen screen(Displayers displayers) {
        return new CellScreen(
                displayers,
                streams,
                input,
                comms,
                () -> {
                    if (thread.isLeft()) {
                        throw new IllegalStateException(
                                "handleEvents() belongs to the cell itself; it was called by the"
                                        + " thread "
                                        + Thread.currentThread().getName()
                                        + ".");
                    }
                    return handleEvents();
                });
    }

    /** Helps with code that is being typed; null until the session is open. */
    public Assistant assistant() {
        return assistant;
    }

    /** What runs cells, once it is open; to stop them from other threads. */
    public Optional<Cells> cells() {
        return Optional.ofNullable(cells);
    }

    /** Everything that is queued now answers «aborted» instead of running. */
    public void abortQueued() {
        aborting.incrementAndGet();
        thread.execute(aborting::decrementAndGet);
    }

    /** Answers a request, in full when this returns. */
    public void handle(Message request) {
        replies.status(request, "busy");
        try {
            switch (request.type()) {
                case "execute_request" -> execute(request);
                case "history_request" ->
                        answer(request, "history", history.find(request.content()));
                case "comm_info_request" ->
                        answer(request, "comms", comms.info(request.text("target_name")));
                case "comm_open", "comm_msg", "comm_close" -> comm(request);
                default -> {} // unknown requests get busy and idle, as in other kernels
            }
        } finally {
            if (!thread.isLeft()) {
                replies.status(request, "idle");
            }
        }
    }

    /**
     * Leaves the running cell behind and answers its request, for a cell that nothing stops;
     * returns false where that cannot be. Called on any thread.
     */
    public boolean leave() {
        Optional<Runnable> answer =
                Optional.ofNullable(runner).flatMap(running -> running.leave(this::answerLeft));
        answer.ifPresent(thread::leave);
        return answer.isPresent();
    }

    private void answerLeft(Message request, Map<String, Object> reply) {
        if (!isOfComm(request)) {
            remember(request);
            replies.reply(Channel.SHELL, request, reply);
        }
        replies.status(request, "idle");
    }

    private void execute(Message request) {
        Map<String, Object> reply;
        // Each cell's text is limited, and so is the text of many by this.
        replies.sockets().awaitRoom(() -> aborting.get() > 0);
        if (aborting.get() > 0) {
            reply = new LinkedHashMap<>(Map.of("status", "aborted"));
            reply.put("execution_count", runner.count());
        } else {
            reply = runner.run(request);
            remember(request);
        }
        boolean stop =
                request.content().path("stop_on_error").asBoolean(true)
                        && !request.content().path("silent").asBoolean(false);
        if (stop && "error".equals(reply.get("status"))) {
            abortQueued(); // before the reply, which a quick client answers with its next cell
        }
        replies.reply(Channel.SHELL, request, reply);
    }

    private void remember(Message request) {
        JsonNode content = request.content();
        if (content.path("store_history").asBoolean(true)
                && !content.path("silent").asBoolean(false)) {
            String id = request.metadata().path("cellId").asText();
            history.add(runner.count(), request.text("code"), id, runner.shown());
        }
    }

    /** Whether a request is for a comm. */
    public static boolean isOfComm(Message request) {
        return Set.of("comm_open", "comm_msg", "comm_close").contains(request.type());
    }

    /** Between cells, what a comm's receiver prints or throws belongs to the comm's own cell. */
    private void comm(Message request) {
        Cell cell = replies.cell(comms.home(request).orElse(request), runner.count(), false);
        streams.begin(cell);
        interrupts.clear();
        runner.running(Optional.of(request));
        Optional<CellError> error = cells.call(() -> comms.receive(request));
        cell.done();
        runner.running(Optional.empty());
        System.out.flush();
        System.err.flush();
        error.ifPresent(e -> cell.error(e.name(), e.value(), e.traceback()));
        cell.end();
        interrupts.clear();
    }

    /** Inside a cell that asks for it, it is as if the cell had called the receivers. */
    private int handleEvents() {
        int handled = 0;
        for (Message event = events.poll(); event != null; event = events.poll()) {
            replies.status(event, "busy");
            try {
                comms.receive(event);
            } finally {
                replies.status(event, "idle");
                replies.status(streams.current().request(), "busy"); // the cell still runs
            }
            handled++;
        }
        return handled;
    }

    private void answer(Message request, String field, Object value) {
        Map<String, Object> reply = Replies.ok();
        reply.put(field, value);
        replies.reply(Channel.SHELL, request, reply);
    }
}
