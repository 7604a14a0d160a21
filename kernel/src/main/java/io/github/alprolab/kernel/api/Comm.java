package io.github.alprolab.kernel.api;

import java.util.Map;
import java.util.function.Consumer;

/** One channel between a cell's code and a part of the front-end, such as a widget. */
public interface Comm extends AutoCloseable {

    /** The id both sides know it by. */
    String id();

    /** What it was opened for. */
    String target();

    /** Sends a JSON object. */
    void send(Map<String, Object> data);

    /** Calls back for every JSON object that comes, on the thread that runs cells. */
    void onMessage(Consumer<Map<String, Object>> receiver);

    /** Calls back when the front-end closes it. */
    void onClose(Runnable closed);

    /** Closes it on both sides; again does nothing. */
    @Override
    void close();
}
