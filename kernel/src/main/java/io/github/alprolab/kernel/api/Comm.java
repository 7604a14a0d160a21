package io.github.alprolab.kernel.api;

import java.util.Map;
import java.util.function.Consumer;

/** One channel between a cell's code and a part of the front-end, such as a widget. */
public interface Comm extends AutoCloseable {

    /** The id both sides know it by. */
    String id();

    /** What it was opened for. */
    String target();

    /** Sends a message; from any thread. */
    void send(CommMessage message);

    /** Sends a JSON object. */
    default void send(Map<String, Object> data) {
        send(CommMessage.of(data));
    }

    /**
     * Calls back for every message that comes, on the thread that runs cells: between two cells, or
     * inside one that calls {@link Notebook#handleEvents}. What is thrown is shown as an error.
     */
    void onMessage(Consumer<CommMessage> receiver);

    /** Calls back when the front-end closes it, on the same thread. */
    void onClose(Runnable closed);

    /**
     * From now on what a receiver prints, shows and throws between cells belongs to the cell that
     * runs now; at first it is the one that opened the comm.
     */
    void moveHere();

    /** Closes it on both sides; again does nothing. */
    @Override
    void close();
}
