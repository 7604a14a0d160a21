package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.ElementType;
import java.io.IOException;
import java.util.List;

/**
 * The memory behind tensors, which lies outside the pickle.
 *
 * @param key its name in the file
 * @param type of its elements
 * @param elements how many there are
 */
record StorageRef(String key, ElementType type, long elements) {
    /** So that a number of bytes never overflows. */
    private static final long MOST = Long.MAX_VALUE / 16;

    /** Size in the file. */
    long bytes() {
        return elements * type.bytes();
    }

    /** From the five or six parts of a persistent id. */
    static StorageRef of(List<?> id) throws IOException {
        boolean known =
                id.size() >= 5
                        && "storage".equals(id.get(0))
                        && id.get(1) instanceof TorchGlobals global
                        && global.type().isPresent()
                        && id.get(2) instanceof String
                        && id.get(4) instanceof Long count
                        && count >= 0
                        && count <= MOST;
        if (!known) {
            throw new IOException("The pickle names something outside that is no storage.");
        }
        if (id.size() > 5 && id.get(5) != null) {
            throw new IOException(
                    "The file holds storages that are views of others, as PyTorch before 0.4 wrote"
                            + " them. Load and save it once with a newer PyTorch.");
        }
        ElementType type = ((TorchGlobals) id.get(1)).type().orElseThrow();
        return new StorageRef((String) id.get(2), type, (Long) id.get(4));
    }
}
