package io.github.alprolab.dsl.progress;

import io.github.alprolab.dsl.figure.Figure;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Whole lines for a file or a pipe, at most three a minute, and the last state. */
final class LogProgress implements Progress {
    private static final int EVERY = 20_000;

    private final PrintStream out;
    private final Pace pace;
    private Optional<State> unshown = Optional.empty();

    /** Writes to a stream by a clock of nanoseconds. */
    LogProgress(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.pace = new Pace(EVERY, nanos);
    }

    @Override
    public void show(State state, Supplier<Optional<Figure>> chart) {
        unshown = Optional.of(state);
        if (pace.due()) {
            flush();
        }
    }

    @Override
    public void now(State state) {
        unshown = Optional.of(state);
        flush();
    }

    @Override
    public void note(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public boolean stopRequested() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        flush();
    }

    private void flush() {
        unshown.map(State::line).ifPresent(this::note);
        unshown = Optional.empty();
    }
}
