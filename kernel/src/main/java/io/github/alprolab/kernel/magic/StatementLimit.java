package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * How long one statement of a cell may run, as IJava's {@code IJAVA_TIMEOUT} says. The time its
 * compilation takes does not count.
 */
public final class StatementLimit {
    private final Duration longest;
    private final ScheduledExecutorService timer;

    /** A limit whose ends a timer calls. */
    StatementLimit(Duration longest, ScheduledExecutorService timer) {
        this.longest = longest;
        this.timer = timer;
    }

    /** No limit. */
    public static StatementLimit none() {
        return new StatementLimit(Duration.ZERO, null);
    }

    /** A limit of a duration above zero. */
    public static StatementLimit of(Duration longest) {
        return new StatementLimit(
                longest,
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread thread = new Thread(work, "kernel-limit");
                            thread.setDaemon(true);
                            return thread;
                        }));
    }

    /** Runs code at once where there is no limit, else statement by statement. */
    Outcome run(JavaSession session, String code, Function<String, Outcome> run) {
        if (longest.isZero()) {
            return run.apply(code);
        }
        Outcome last = Outcome.NOTHING;
        String rest = code;
        while (!rest.isBlank() && last.error().isEmpty()) {
            CompletionInfo info = session.analysis().analyzeCompletion(rest);
            boolean whole = info.completeness().isComplete();
            String left = whole ? info.remaining() : "";
            int lines = CellParts.lineOf(code, code.length() - rest.length()) - 1;
            String statement = rest.substring(0, rest.length() - left.length());
            last = timed(session, "\n".repeat(lines) + statement, run);
            rest = left;
        }
        return last;
    }

    private Outcome timed(JavaSession session, String code, Function<String, Outcome> run) {
        AtomicBoolean late = new AtomicBoolean();
        AtomicReference<ScheduledFuture<?>> end = new AtomicReference<>();
        session.whenCodeBegins(
                () -> {
                    if (end.get() == null) { // a statement may run others, by eval for example
                        end.set(schedule(session, late));
                    }
                });
        Outcome outcome;
        try {
            outcome = run.apply(code);
            session.whenCodeBegins(() -> {});
        } finally {
            if (end.get() != null) {
                end.get().cancel(false);
            }
        }
        return late.get() && outcome.error().isPresent() ? tooLong(outcome.error().get()) : outcome;
    }

    private ScheduledFuture<?> schedule(JavaSession session, AtomicBoolean late) {
        Thread thread = Thread.currentThread(); // a later cell may have another
        return timer.schedule(
                () -> {
                    late.set(true);
                    session.stop(thread);
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Outcome tooLong(CellError stopped) {
        String message =
                "The statement was stopped after "
                        + longest.toMillis()
                        + " ms, the limit that IJAVA_TIMEOUT sets.";
        return Outcome.failed(
                new CellError(
                        "EvaluationTimeout",
                        message,
                        List.of(
                                "\u001b[1;31m" + message + "\u001b[0m",
                                String.join("\n", stopped.traceback()))));
    }
}
