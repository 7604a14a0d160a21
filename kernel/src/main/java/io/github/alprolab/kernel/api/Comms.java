package io.github.alprolab.kernel.api;

import java.util.function.BiConsumer;

/** Opens {@link Comm}s and takes those that the front-end opens. */
public interface Comms {

    /** Opens a comm for a target of the front-end, with the message it begins with. */
    Comm open(String target, CommMessage first);

    /**
     * Takes comms that the front-end opens for a target. Those of a target that nobody takes are
     * closed at once.
     *
     * @param opened gets each comm and the message it begins with
     */
    void register(String target, BiConsumer<Comm, CommMessage> opened);
}
