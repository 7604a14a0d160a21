package io.github.alprolab.kernel.api;

import java.util.Map;
import java.util.function.BiConsumer;

/** Opens {@link Comm}s and takes those that the front-end opens. */
public interface Comms {

    /** Opens a comm for a target of the front-end, with the JSON object it begins with. */
    Comm open(String target, Map<String, Object> data);

    /**
     * Takes comms that the front-end opens for a target. Those of a target that nobody takes are
     * closed at once.
     *
     * @param opened gets each comm and the JSON object it begins with
     */
    void register(String target, BiConsumer<Comm, Map<String, Object>> opened);
}
