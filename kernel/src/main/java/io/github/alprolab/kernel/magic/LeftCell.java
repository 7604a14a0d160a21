package io.github.alprolab.kernel.magic;

import java.time.Instant;
import java.util.Optional;

/**
 * A cell whose thread was left behind.
 *
 * @param cell its execution count
 * @param place where it was then
 * @param since when it was left
 * @param thread goes on by itself
 */
public record LeftCell(int cell, String place, Instant since, Thread thread) {

    /** Where the thread is now; empty when it has ended. */
    public Optional<String> now() {
        StackTraceElement[] frames = thread.getStackTrace();
        return thread.isAlive() && frames.length > 0
                ? Optional.of(frames[0].toString())
                : Optional.empty();
    }
}
