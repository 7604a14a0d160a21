package io.github.alprolab.kernel.session;

import java.util.Optional;

/**
 * What is known of the code that runs now. A thread that is left behind keeps the one that it began
 * with, so that nothing of its end reaches the cells that follow.
 */
final class CellRun {
    private Optional<Object> result = Optional.empty();
    private Optional<Throwable> thrown = Optional.empty();
    private Optional<Throwable> refused = Optional.empty();
    private Optional<String> running = Optional.empty();
    private Optional<String> ran = Optional.empty();
    private Thread inside;
    private boolean interrupted;

    /** Forgets what the last snippet gave. */
    void begin() {
        ran = Optional.empty();
        result = Optional.empty();
        thrown = Optional.empty();
        refused = Optional.empty();
    }

    /** The value of the last snippet, empty for null and for void. */
    Optional<Object> result() {
        return result;
    }

    /** What the last snippet threw. */
    Optional<Throwable> thrown() {
        return thrown;
    }

    /** Why the JVM did not take the class of the last snippet. */
    Optional<Throwable> refused() {
        return refused;
    }

    /** JShell's class around the snippet whose code runs now. */
    Optional<String> running() {
        return running;
    }

    /** JShell's class around the last snippet, where its code ran. */
    Optional<String> ran() {
        return ran;
    }

    void ran(Optional<String> wrapper) {
        ran = wrapper;
    }

    /** The thread that is in the cell's code, null for none. */
    Thread inside() {
        return inside;
    }

    boolean interrupted() {
        return interrupted;
    }

    void gave(Object value) {
        result = Optional.ofNullable(value);
    }

    void threw(Throwable error) {
        thrown = Optional.of(error);
    }

    void refuse(Throwable fault) {
        refused = Optional.of(fault);
    }

    void accept() {
        refused = Optional.empty();
    }

    void runs(Optional<String> wrapper) {
        running = wrapper;
    }

    void inside(Thread thread) {
        inside = thread;
    }

    void interrupted(boolean now) {
        interrupted = now;
    }
}
