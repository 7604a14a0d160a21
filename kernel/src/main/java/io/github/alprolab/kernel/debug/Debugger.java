package io.github.alprolab.kernel.debug;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.session.JavaSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers the requests of the Debug Adapter Protocol as Jupyter's front ends send them. One client
 * or several share one debugger. All methods but those that a cell's end or an interrupt calls
 * belong to one thread.
 */
public final class Debugger {
    private final JavaSession session;
    private final BooleanSupplier stopping;
    private final Consumer<Map<String, Object>> events;
    private final CellPaths paths = new CellPaths();
    private final AtomicInteger sequence = new AtomicInteger(1);
    private final Map<String, Function<JsonNode, Map<String, Object>>> answers =
            new LinkedHashMap<>();
    private final Inspection inspection;
    private volatile Optional<Attached> attached = Optional.empty();
    private volatile Optional<Thread> cell = Optional.empty();
    private volatile boolean runs;

    /**
     * A debugger that does nothing until a client asks for it.
     *
     * @param stopping whether the running cell is being interrupted
     * @param events sends an event, as the protocol writes it
     */
    public Debugger(
            JavaSession session,
            Displayers displayers,
            BooleanSupplier stopping,
            Consumer<Map<String, Object>> events) {
        this.session = session;
        this.stopping = stopping;
        this.events = events;
        this.inspection =
                new Inspection(session, displayers, paths, this::attached, this::mayCompile);
        answers.put("debugInfo", request -> info());
        answers.put("initialize", request -> initialize());
        answers.put("attach", request -> Map.of());
        answers.put("configurationDone", request -> Map.of());
        answers.put("disconnect", request -> disconnect());
        answers.put("dumpCell", this::dumpCell);
        answers.put("setBreakpoints", this::setBreakpoints);
        answers.put("setExceptionBreakpoints", this::setExceptionBreakpoints);
        answers.put("threads", request -> threads());
        answers.put("continue", request -> goOn(request));
        answers.put("next", request -> step(request, Steps.Kind.OVER));
        answers.put("stepIn", request -> step(request, Steps.Kind.IN));
        answers.put("stepOut", request -> step(request, Steps.Kind.OUT));
        answers.put("pause", request -> pause());
        inspection.answers(answers);
    }

    /** The reply to a request, of its success or with the reason of its failure. */
    public Map<String, Object> answer(JsonNode request) {
        String command = request.path("command").asText();
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("seq", sequence.getAndIncrement());
        reply.put("type", "response");
        reply.put("request_seq", request.path("seq").asInt());
        reply.put("command", command);
        try {
            Function<JsonNode, Map<String, Object>> answer = answers.get(command);
            if (answer == null) {
                throw new Refused("This debugger does not know the request “" + command + "”.");
            }
            reply.put("body", answer.apply(request.path("arguments")));
            reply.put("success", true);
        } catch (Refused e) {
            reply.put("success", false);
            reply.put("message", e.getMessage());
            reply.put("body", Map.of());
        }
        return reply;
    }

    /** A cell begins on the calling thread. */
    public void cellBegins() {
        cell = Optional.of(Thread.currentThread());
        runs = true;
    }

    /** The cell ended; a step does not lead into the next one. */
    public void cellEnds() {
        runs = false;
        attached.ifPresent(Attached::cellEnds);
    }

    /** Lets everything go on that is stopped, because the cell or the kernel is to end. */
    public void release() {
        attached.ifPresent(Attached::release);
    }

    /** While a cell runs, the compiler belongs to its thread. */
    private boolean mayCompile() {
        return !runs || cell.equals(Optional.of(Thread.currentThread()));
    }

    private Attached attached() {
        return attached.orElseThrow(() -> new Refused("The debugger is not started."));
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("isStarted", attached.isPresent());
        info.put("hashMethod", "Murmur2");
        info.put("hashSeed", CellPaths.SEED);
        info.put("tmpFilePrefix", CellPaths.PREFIX);
        info.put("tmpFileSuffix", CellPaths.SUFFIX);
        info.put("breakpoints", attached.map(now -> written(now.breakpoints())).orElse(List.of()));
        info.put("stoppedThreads", attached.map(Debugger::stopped).orElse(List.of()));
        info.put("richRendering", true);
        info.put("copyToGlobals", true);
        info.put("exceptionPaths", List.of("Java Exceptions"));
        return info;
    }

    private static List<Object> written(Breakpoints breakpoints) {
        List<Object> all = new ArrayList<>();
        breakpoints
                .all()
                .forEach(
                        (path, lines) ->
                                all.add(
                                        Map.of(
                                                "source",
                                                path,
                                                "breakpoints",
                                                breakpoints(path, lines))));
        return all;
    }

    private static List<Map<String, Object>> breakpoints(String path, List<Integer> lines) {
        return lines.stream()
                .map(
                        line ->
                                Map.<String, Object>of(
                                        "verified",
                                        true,
                                        "line",
                                        line,
                                        "source",
                                        Map.of("path", path)))
                .toList();
    }

    private static List<Object> stopped(Attached now) {
        return now.stops().stream().<Object>map(stop -> stop.thread().getId()).toList();
    }

    private Map<String, Object> initialize() {
        if (attached.isEmpty()) {
            try {
                attached = Optional.of(new Attached(session, paths, stopping, this::tell));
            } catch (IOException e) {
                throw new Refused("The debugger cannot start: " + e.getMessage() + ".");
            }
        }
        tell("initialized", Map.of());
        return Map.of(
                "supportsConfigurationDoneRequest", true,
                "supportsSetVariable", true,
                "supportsEvaluateForHovers", true,
                "exceptionBreakpointFilters", Errors.filters());
    }

    private void tell(String event, Map<String, Object> body) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("seq", sequence.getAndIncrement());
        message.put("type", "event");
        message.put("event", event);
        message.put("body", body);
        events.accept(message);
    }

    private Map<String, Object> disconnect() {
        attached.ifPresent(Attached::end);
        attached = Optional.empty();
        return Map.of();
    }

    private Map<String, Object> dumpCell(JsonNode arguments) {
        return Map.of("sourcePath", paths.path(arguments.path("code").asText()));
    }

    private Map<String, Object> setBreakpoints(JsonNode arguments) {
        String path = arguments.path("source").path("path").asText();
        List<Integer> lines = new ArrayList<>();
        arguments.path("breakpoints").forEach(one -> lines.add(one.path("line").asInt()));
        List<Integer> set = attached().breakpoints().set(path, lines);
        return Map.of("breakpoints", breakpoints(path, set));
    }

    private Map<String, Object> setExceptionBreakpoints(JsonNode arguments) {
        Set<String> filters = new LinkedHashSet<>();
        arguments.path("filters").forEach(filter -> filters.add(filter.asText()));
        attached().errors().want(filters);
        return Map.of();
    }

    private Map<String, Object> threads() {
        Map<Long, String> all = new LinkedHashMap<>();
        cell.ifPresent(thread -> all.put(thread.getId(), thread.getName()));
        attached().stops().forEach(stop -> all.put(stop.thread().getId(), stop.thread().getName()));
        List<Object> written = new ArrayList<>();
        all.forEach((id, name) -> written.add(Map.of("id", id, "name", name)));
        return Map.of("threads", written);
    }

    private Map<String, Object> goOn(JsonNode arguments) {
        stopOf(arguments).goOn();
        return Map.of("allThreadsContinued", false);
    }

    private Map<String, Object> step(JsonNode arguments, Steps.Kind kind) {
        attached().step(stopOf(arguments), kind);
        return Map.of();
    }

    /** JupyterLab names thread 1 when it has forgotten which one it stopped. */
    private Stop stopOf(JsonNode arguments) {
        long id = arguments.path("threadId").asLong();
        boolean only = attached().stops().size() == 1;
        return only ? attached().stops().iterator().next() : attached().stop(id);
    }

    private Map<String, Object> pause() {
        cell.ifPresent(attached()::pause);
        return Map.of();
    }
}
