package io.github.alprolab.dsl.progress;

import io.github.alprolab.dsl.figure.Figure;
import java.util.Optional;
import java.util.function.Supplier;

/** News of one piece of work, from its start until it is closed; used by one thread. */
public interface Progress extends AutoCloseable {
    /**
     * What is known now. May be called as often as one likes: sinks show it at their own pace, and
     * the last state always.
     *
     * @param chart draws a small chart when the sink wants one, on a thread of the sink's choice
     */
    void show(State state, Supplier<Optional<Figure>> chart);

    /** What is known now, without a chart. */
    default void show(State state) {
        show(state, Optional::empty);
    }

    /**
     * What is begun now and may take a while: shown at once. Sinks without a screen may pass over
     * it.
     */
    default void now(State state) {}

    /** A line that stays, such as "resumed at epoch 2". */
    void note(String line);

    /** Whether the user asked to stop. */
    boolean stopRequested();

    /** Shows the last state and ends. */
    @Override
    void close();
}
