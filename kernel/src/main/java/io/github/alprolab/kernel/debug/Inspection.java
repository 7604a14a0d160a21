package io.github.alprolab.kernel.debug;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.session.FrameCode;
import io.github.alprolab.kernel.session.JavaSession;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a front end looks at: frames, their variables and values, and what code gives there. */
final class Inspection {
    private final JavaSession session;
    private final Displayers displayers;

    /** JupyterLab shows variables anew only of a frame that has another number. */
    private static final int MOST_LOOKS = 64;

    private final CellPaths paths;
    private final LibrarySources libraries = new LibrarySources();
    private final Supplier<Attached> attached;
    private final BooleanSupplier mayCompile;
    private int looks;

    Inspection(
            JavaSession session,
            Displayers displayers,
            CellPaths paths,
            Supplier<Attached> attached,
            BooleanSupplier mayCompile) {
        this.session = session;
        this.displayers = displayers;
        this.paths = paths;
        this.attached = attached;
        this.mayCompile = mayCompile;
    }

    /** Adds what it answers. */
    void answers(Map<String, Function<JsonNode, Map<String, Object>>> answers) {
        answers.put("stackTrace", this::stackTrace);
        answers.put("source", this::source);
        answers.put("scopes", this::scopes);
        answers.put("variables", this::variables);
        answers.put("setVariable", this::setVariable);
        answers.put("evaluate", this::evaluate);
        answers.put("inspectVariables", request -> inspectVariables());
        answers.put("richInspectVariables", this::richInspectVariables);
        answers.put("copyToGlobals", this::copyToGlobals);
        answers.put("modules", request -> Map.of("modules", List.of(), "totalModules", 0));
    }

    private Map<String, Object> stackTrace(JsonNode arguments) {
        Stop stop = attached.get().stop(arguments.path("threadId").asLong());
        List<Object> frames = new ArrayList<>();
        for (ShownFrame frame : stop.frames()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", frame.id() + looks * Attached.FRAMES);
            one.put("name", frame.name());
            one.put("line", frame.line());
            one.put("column", 1);
            source(frame).ifPresent(source -> one.put("source", source));
            frames.add(one);
        }
        return Map.of("stackFrames", frames, "totalFrames", frames.size());
    }

    private Optional<Map<String, Object>> source(ShownFrame frame) {
        return frame.place()
                .map(p -> source("cell " + p.cell(), paths.path(p.source())))
                .or(
                        () ->
                                libraries
                                        .path(frame.type())
                                        .map(path -> source(frame.type().getSimpleName(), path)));
    }

    private static Map<String, Object> source(String name, String path) {
        return Map.of("name", name, "path", path);
    }

    private Map<String, Object> source(JsonNode arguments) {
        String path = arguments.path("source").path("path").asText();
        return paths.code(path)
                .or(() -> libraries.text(path))
                .map(code -> Map.<String, Object>of("content", code, "mimeType", "text/x-java"))
                .orElseThrow(() -> new Refused("The source of " + path + " is not known."));
    }

    private Map<String, Object> scopes(JsonNode arguments) {
        ShownFrame frame = attached.get().frame(arguments.path("frameId").asInt());
        Optional<Stop> stop = attached.get().stopOf(frame);
        return Map.of(
                "scopes",
                List.of(
                        scope("Locals", () -> locals(frame), stop, Optional.of(frame)),
                        scope("Globals", this::globals, stop, Optional.of(frame))));
    }

    private Map<String, Object> scope(
            String name, Handles.Below below, Optional<Stop> stop, Optional<ShownFrame> frame) {
        int number = attached.get().handles().add(below, stop, frame);
        return Map.of("name", name, "variablesReference", number, "expensive", false);
    }

    private static List<Parts.Part> locals(ShownFrame frame) {
        return frame.variables().values().stream()
                .map(variable -> new Parts.Part(variable.local().name(), variable.value()))
                .toList();
    }

    private List<Parts.Part> globals() {
        List<Parts.Part> parts = new ArrayList<>();
        session.values().forEach((name, value) -> parts.add(new Parts.Part(name, value)));
        return parts;
    }

    private Map<String, Object> variables(JsonNode arguments) {
        Handles handles = attached.get().handles();
        Handles.Handle handle = handles.find(arguments.path("variablesReference").asInt());
        return Map.of(
                "variables",
                ask(handle.stop(), () -> handles.written(handle.below().parts(), handle)));
    }

    private Map<String, Object> inspectVariables() {
        Handles.Handle here = new Handles.Handle(this::globals, Optional.empty(), Optional.empty());
        return Map.of("variables", attached.get().handles().written(globals(), here));
    }

    private Map<String, Object> setVariable(JsonNode arguments) {
        Handles.Handle handle =
                attached.get().handles().find(arguments.path("variablesReference").asInt());
        String name = arguments.path("name").asText();
        String text = arguments.path("value").asText();
        ShownFrame frame =
                handle.frame().orElseThrow(() -> new Refused("Nothing is stopped here."));
        Object value =
                ask(
                        handle.stop(),
                        () -> {
                            Evaluation code = evaluation(frame);
                            Optional<Object> whole = handle.below().whole();
                            if (whole.isEmpty()) {
                                return code.run(name + " = " + text);
                            }
                            Object made = code.run(text);
                            PartChange.set(whole.get(), name, made);
                            return made;
                        });
        return attached.get().handles().value(value, handle.stop(), handle.frame());
    }

    private Map<String, Object> evaluate(JsonNode arguments) {
        if (!arguments.path("frameId").isInt()) {
            throw new Refused("Nothing is stopped; run the code in a cell.");
        }
        ShownFrame frame = attached.get().frame(arguments.path("frameId").asInt());
        Optional<Stop> stop = attached.get().stopOf(frame);
        String code = arguments.path("expression").asText();
        looks = (looks + 1) % MOST_LOOKS;
        Map<String, Object> value =
                ask(
                        stop,
                        () ->
                                attached.get()
                                        .handles()
                                        .value(
                                                evaluation(frame).run(code),
                                                stop,
                                                Optional.of(frame)));
        Map<String, Object> body = new LinkedHashMap<>(value);
        body.put("result", body.remove("value"));
        return body;
    }

    private Evaluation evaluation(ShownFrame frame) {
        if (!mayCompile.getAsBoolean()) {
            throw new Refused(
                    "While a cell runs, code can be run in a frame of its own thread alone.");
        }
        return new Evaluation(session.frameCode(), frame);
    }

    private Map<String, Object> richInspectVariables(JsonNode arguments) {
        String name = arguments.path("variableName").asText();
        boolean stopped = arguments.path("frameId").isInt() && !attached.get().stops().isEmpty();
        if (!stopped) {
            return rich(value(session.values(), name));
        }
        ShownFrame frame = attached.get().frame(arguments.path("frameId").asInt());
        ShownFrame.Variable local = frame.variables().get(name);
        return ask(
                attached.get().stopOf(frame),
                () -> rich(local == null ? value(session.values(), name) : local.value()));
    }

    private static Object value(Map<String, Object> values, String name) {
        if (!values.containsKey(name)) {
            throw new Refused("There is no variable " + name + " here.");
        }
        return values.get(name);
    }

    private Map<String, Object> rich(Object value) {
        MimeBundle bundle = displayers.render(Optional.ofNullable(value));
        return Map.of("data", bundle.data(), "metadata", bundle.metadata());
    }

    private Map<String, Object> copyToGlobals(JsonNode arguments) {
        ShownFrame frame = attached.get().frame(arguments.path("srcFrameId").asInt());
        String from = arguments.path("srcVariableName").asText();
        String to = arguments.path("dstVariableName").asText();
        ShownFrame.Variable local = frame.variables().get(from);
        if (local == null) {
            throw new Refused("There is no variable " + from + " in this frame.");
        }
        ask(
                attached.get().stopOf(frame),
                () -> {
                    String type = TypeNames.of(local.local().generic());
                    session.declare(type, to);
                    assign(to, new FrameCode.Named("debugger$from", type, local.value()));
                    return null;
                });
        return Map.of();
    }

    private void assign(String to, FrameCode.Named from) {
        try {
            session.frameCode().run(to + " = " + from.name(), List.of(from));
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage());
        } catch (InvocationTargetException e) {
            throw new Refused(Texts.failure(e.getCause()));
        }
    }

    private static <T> T ask(Optional<Stop> stop, Callable<T> question) {
        try {
            return stop.isPresent() ? stop.get().ask(question) : question.call();
        } catch (Refused e) {
            throw e;
        } catch (Exception e) {
            throw new Refused(Texts.failure(e));
        }
    }
}
