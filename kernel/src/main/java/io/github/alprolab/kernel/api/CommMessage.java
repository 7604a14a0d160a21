package io.github.alprolab.kernel.api;

import java.util.List;
import java.util.Map;

/**
 * What goes over a {@link Comm}, in either direction.
 *
 * @param data a JSON object: texts, numbers, truth values, nulls, lists and maps
 * @param metadata details beside it, such as the version of a protocol
 * @param buffers bytes as they are, such as pictures; not changed after they are given
 */
public record CommMessage(
        Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {

    /** Keeps the buffers in their order. */
    public CommMessage {
        buffers = List.copyOf(buffers);
    }

    /** A JSON object alone. */
    public static CommMessage of(Map<String, Object> data) {
        return new CommMessage(data, Map.of(), List.of());
    }
}
