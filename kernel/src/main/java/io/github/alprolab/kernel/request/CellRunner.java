package io.github.alprolab.kernel.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.debug.Debugger;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.LeftCell;
import io.github.alprolab.kernel.output.Cell;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.LeftBehind;
import io.github.alprolab.kernel.session.Outcome;
import io.github.alprolab.kernel.session.Reserve;
import io.github.alprolab.kernel.session.Thrown;
import io.github.alprolab.kernel.stop.Interrupts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Runs execute requests: code, output, value and error of one cell after the other. */
final class CellRunner {
    private final Replies replies;
    private final Cells cells;
    private final Displayers displayers;
    private final CellStreams streams;
    private final Interrupts interrupts;
    private final Function<String, Optional<MimeBundle>> questions;
    private final Debugger debugger;
    private int count;
    private volatile Optional<Message> running = Optional.empty();
    private Optional<String> shown = Optional.empty();

    CellRunner(
            Replies replies,
            Cells cells,
            Displayers displayers,
            CellStreams streams,
            Interrupts interrupts,
            Function<String, Optional<MimeBundle>> questions,
            Debugger debugger) {
        this.replies = replies;
        this.debugger = debugger;
        this.questions = questions;
        this.cells = cells;
        this.displayers = displayers;
        this.streams = streams;
        this.interrupts = interrupts;
    }

    /** The execution count of the last cell. */
    int count() {
        return count;
    }

    /** The text of the last cell's value, where it had one. */
    Optional<String> shown() {
        return shown;
    }

    /**
     * Leaves the thread of the running cell behind and returns what answers its request, on the
     * thread that runs cells from now on. Empty where none runs, and while the compiler works.
     */
    Optional<Runnable> leave(BiConsumer<Message, Map<String, Object>> answer) {
        return running.flatMap(
                request ->
                        cells.leave()
                                .map(
                                        left -> {
                                            Cell cell = streams.current();
                                            streams.leave(left.thread());
                                            return () ->
                                                    answer.accept(request, answerLeft(left, cell));
                                        }));
    }

    /** Says that a request runs code of cells now, which can be left behind, or that none does. */
    void running(Optional<Message> request) {
        running = request;
    }

    /** A thread that was left behind has ended. */
    void ended(Thread thread, Optional<Throwable> end) {
        LeftCells.tellEnd(cells, thread, end);
        cells.ended(thread);
        streams.ended(thread);
    }

    private Map<String, Object> answerLeft(LeftCell left, Cell cell) {
        running = Optional.empty();
        cells.abandon();
        interrupts.clear();
        CellError error = LeftCells.error(left, cells.left().size());
        cell.error(error.name(), error.value(), error.traceback());
        Map<String, Object> reply = failed(error);
        reply.put("execution_count", cell.count());
        reply.put("payload", List.of());
        return reply;
    }

    /** Runs a request and returns the content of its reply. */
    Map<String, Object> run(Message request) {
        JsonNode content = request.content();
        boolean silent = content.path("silent").asBoolean(false);
        if (!silent && content.path("store_history").asBoolean(true)) {
            count++;
        }
        String code = request.text("code");
        Cell cell = replies.cell(request, Math.max(1, count), silent);
        streams.begin(cell);
        interrupts.clear();
        running = Optional.of(request);
        debugger.cellBegins();
        cell.publish("execute_input", Map.of("code", code, "execution_count", cell.count()));
        Optional<MimeBundle> page = questions.apply(code);
        Optional<CellError> error = page.isPresent() ? Optional.empty() : evaluate(cell, code);
        Map<String, Object> reply = error.map(CellRunner::failed).orElseGet(Replies::ok);
        reply.put("execution_count", cell.count());
        reply.put("payload", page.map(CellRunner::paged).orElse(List.of()));
        if (error.isEmpty()) {
            reply.put("user_expressions", expressions(content.path("user_expressions"), cell));
        }
        running = Optional.empty();
        debugger.cellEnds();
        cell.end();
        interrupts.clear();
        return reply;
    }

    /** Help that front ends show beside the notebook. */
    private static List<Map<String, Object>> paged(MimeBundle page) {
        return List.of(Map.of("source", "page", "data", page.data(), "start", 0));
    }

    private Optional<CellError> evaluate(Cell cell, String code) {
        Optional<CellError> error;
        shown = Optional.empty();
        try {
            Outcome outcome = cells.run(code, cell.count());
            if (outcome.hasValue()) {
                MimeBundle bundle = cells.asCode(() -> displayers.render(outcome.value()));
                cell.result(bundle);
                shown = Optional.of(String.valueOf(bundle.data().get("text/plain")));
            }
            error = outcome.error();
            Reserve.take();
        } catch (LeftBehind end) {
            throw end;
        } catch (Throwable e) { // also an Error thrown by a value's own toString
            Reserve.giveUpFor(e);
            error = Optional.of(failure(e));
        } finally {
            cell.done();
            System.out.flush();
            System.err.flush();
        }
        error.ifPresent(e -> cell.error(e.name(), e.value(), e.traceback()));
        return error;
    }

    private Map<String, Object> expressions(JsonNode wanted, Cell cell) {
        Map<String, Object> values = new LinkedHashMap<>();
        wanted.properties()
                .forEach(e -> values.put(e.getKey(), expression(e.getValue().asText(), cell)));
        return values;
    }

    private Map<String, Object> expression(String code, Cell cell) {
        try {
            Outcome outcome = cells.value(code, cell.count());
            if (outcome.error().isPresent()) {
                return failed(outcome.error().get());
            }
            MimeBundle bundle = cells.asCode(() -> displayers.render(outcome.value()));
            Map<String, Object> value = Replies.ok();
            value.put("data", bundle.data());
            value.put("metadata", bundle.metadata());
            return value;
        } catch (LeftBehind end) {
            throw end;
        } catch (Throwable e) { // see evaluate
            return failed(failure(e));
        }
    }

    private static Map<String, Object> failed(CellError error) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "error");
        content.put("ename", error.name());
        content.put("evalue", error.value());
        content.put("traceback", error.traceback());
        return content;
    }

    private static CellError failure(Throwable e) {
        return new CellError(
                Thrown.name(e),
                Thrown.message(e).orElse(""),
                List.of(
                        "The value could not be shown, because its own code failed: "
                                + Thrown.words(e)));
    }
}
