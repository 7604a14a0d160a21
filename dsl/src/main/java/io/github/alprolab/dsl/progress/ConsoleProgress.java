package io.github.alprolab.dsl.progress;

import io.github.alprolab.dsl.figure.Figure;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One line on a terminal, rewritten at most four times a second; the last state stays. */
public final class ConsoleProgress implements Progress {
    private static final int EVERY = 250;

    private final PrintStream out;
    private final Pace pace;
    private Optional<State> unshown = Optional.empty();
    private String last = "";
    private int width;

    /** Writes to a stream by a clock of nanoseconds. */
    public ConsoleProgress(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.pace = new Pace(EVERY, nanos);
    }

    /** Writes to standard output; where that is no terminal, in whole lines. */
    static ProgressSink standard() {
        return () ->
                isTerminal()
                        ? new ConsoleProgress(System.out, System::nanoTime)
                        : new LogProgress(System.out, System::nanoTime);
    }

    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console also where there is no terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
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
        boolean was = width > 0;
        clear();
        out.println(line);
        out.flush();
        if (was) {
            rewrite(last);
        }
    }

    @Override
    public boolean stopRequested() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        flush();
        if (width > 0) {
            out.println();
        }
        width = 0;
        out.flush();
    }

    private void flush() {
        unshown.map(State::line).ifPresent(this::rewrite);
        unshown = Optional.empty();
    }

    private void rewrite(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        out.flush();
        width = line.length();
        last = line;
    }

    private void clear() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }
}
