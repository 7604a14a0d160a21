package io.github.alprolab.kernel.request;

import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.help.Assistant;
import io.github.alprolab.kernel.help.Completion;
import io.github.alprolab.kernel.help.Match;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.session.CodePoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Answers questions about code that is being typed. They wait for the thread that runs cells, but
 * not for long: who types while a cell runs gets an empty answer.
 */
public final class HelpRequests {
    private static final int PATIENCE_MILLISECONDS = 800;

    private static final Set<String> TYPES =
            Set.of("complete_request", "inspect_request", "is_complete_request");

    private final Replies replies;
    private final Executor cells;
    private final Supplier<Assistant> assistant;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "kernel-help");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * Answers by an assistant.
     *
     * @param replies to whom asked
     * @param cells runs work on the thread of the cells
     * @param assistant null while the kernel starts; helps on that thread only
     */
    public HelpRequests(Replies replies, Executor cells, Supplier<Assistant> assistant) {
        this.replies = replies;
        this.cells = cells;
        this.assistant = assistant;
    }

    /** Whether a request of the shell channel is such a question. */
    public static boolean takes(Message request) {
        return TYPES.contains(request.type());
    }

    /** Has a question answered; never waits. */
    public void receive(Message request) {
        AtomicBoolean answered = new AtomicBoolean();
        cells.execute(() -> answer(request, answered, Optional.ofNullable(assistant.get())));
        answerLater(request, answered);
    }

    /** A kernel that is still starting is waited for, a cell that runs is not. */
    private void answerLater(Message request, AtomicBoolean answered) {
        Runnable empty =
                () -> {
                    if (assistant.get() == null) {
                        answerLater(request, answered);
                    } else {
                        answer(request, answered, Optional.empty());
                    }
                };
        timer.schedule(empty, PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void answer(Message request, AtomicBoolean answered, Optional<Assistant> helper) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        replies.status(request, "busy");
        try {
            replies.reply(Channel.SHELL, request, content(request, helper));
        } finally {
            replies.status(request, "idle");
        }
    }

    private static Map<String, Object> content(Message request, Optional<Assistant> helper) {
        String code = request.text("code");
        int index = CodePoints.toIndex(code, request.content().path("cursor_pos").asInt());
        return switch (request.type()) {
            case "complete_request" ->
                    completion(
                            code,
                            index,
                            helper.map(h -> h.complete(code, index))
                                    .orElse(Completion.none(index)));
            case "inspect_request" -> inspection(helper.flatMap(h -> h.inspect(code, index)));
            default ->
                    state(
                            helper.map(h -> h.state(code))
                                    .orElse(new Assistant.State("unknown", "")));
        };
    }

    private static Map<String, Object> completion(String code, int index, Completion found) {
        int start = CodePoints.toCursor(code, found.start());
        int end = CodePoints.toCursor(code, index);
        List<Map<String, Object>> types =
                found.matches().stream().map(match -> type(match, start, end)).toList();
        Map<String, Object> reply = Replies.ok();
        reply.put("matches", found.matches().stream().map(Match::text).toList());
        reply.put("cursor_start", start);
        reply.put("cursor_end", end);
        reply.put("metadata", Map.of("_jupyter_types_experimental", types));
        return reply;
    }

    private static Map<String, Object> type(Match match, int start, int end) {
        return Map.of(
                "start", start,
                "end", end,
                "text", match.text(),
                "type", match.kind(),
                "signature", match.signature());
    }

    private static Map<String, Object> inspection(Optional<MimeBundle> found) {
        Map<String, Object> reply = Replies.ok();
        reply.put("found", found.isPresent());
        reply.put("data", found.map(MimeBundle::data).orElse(Map.of()));
        reply.put("metadata", found.map(MimeBundle::metadata).orElse(Map.of()));
        return reply;
    }

    private static Map<String, Object> state(Assistant.State state) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("status", state.status());
        reply.put("indent", state.indent());
        return reply;
    }
}
