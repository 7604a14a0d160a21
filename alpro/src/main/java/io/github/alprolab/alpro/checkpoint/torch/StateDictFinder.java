package io.github.alprolab.alpro.checkpoint.torch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the tensors in what a pickle holds. */
final class StateDictFinder {
    /** Names under which training programs keep the model, in the order they are tried. */
    private static final List<String> WRAPPERS =
            List.of("model_state_dict", "model", "state_dict", "model_state", "state_dict_ema");

    private static final String PARALLEL = "module.";
    private static final int DEPTH_MOST = 8;
    private static final int NAMED_MOST = 20;

    private StateDictFinder() {}

    /**
     * The tensors by name: of the object itself, or of the dict under one of the usual names. The
     * prefix {@code module.} of parallel training is taken off.
     *
     * @throws IOException when there are none, naming what was found instead
     */
    static Map<String, TensorRef> find(Object root) throws IOException {
        Object at = root;
        for (int depth = 0; depth < DEPTH_MOST && at instanceof Map<?, ?> map; depth++) {
            Map<String, TensorRef> tensors = tensors(map);
            if (!tensors.isEmpty()) {
                return tensors;
            }
            at = WRAPPERS.stream().filter(map::containsKey).findFirst().map(map::get).orElse(null);
        }
        throw new IOException(
                "The file holds no tensors by name: "
                        + (root instanceof Map<?, ?> map
                                ? "a dict of " + map.keySet().stream().limit(NAMED_MOST).toList()
                                : root instanceof Collection ? "a list" : "no dict")
                        + ". Expected is a state dict, or one under "
                        + WRAPPERS
                        + ".");
    }

    private static Map<String, TensorRef> tensors(Map<?, ?> map) {
        Map<String, TensorRef> tensors = new LinkedHashMap<>();
        map.forEach(
                (name, value) -> {
                    if (name instanceof String text && value instanceof TensorRef tensor) {
                        tensors.put(text, tensor);
                    }
                });
        boolean parallel =
                !tensors.isEmpty()
                        && tensors.keySet().stream().allMatch(n -> n.startsWith(PARALLEL));
        return parallel ? withoutPrefix(tensors) : tensors;
    }

    private static Map<String, TensorRef> withoutPrefix(Map<String, TensorRef> tensors) {
        Map<String, TensorRef> plain = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> plain.put(name.substring(PARALLEL.length()), tensor));
        return plain;
    }

    /** All storages anywhere in an object, by key. */
    static Map<String, StorageRef> storages(Object root) {
        Map<String, StorageRef> found = new HashMap<>();
        // A pickle can hold the same container twice, or itself.
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(root == null ? List.of() : List.of(root));
        while (!open.isEmpty()) {
            Object value = open.pop();
            if (value instanceof TensorRef tensor) {
                found.put(tensor.storage().key(), tensor.storage());
            } else if (value instanceof StorageRef storage) {
                found.put(storage.key(), storage);
            } else if (value instanceof Map<?, ?> map && seen.add(value)) {
                map.values().stream().filter(v -> v != null).forEach(open::push);
            } else if (value instanceof Collection<?> items && seen.add(value)) {
                items.stream().filter(v -> v != null).forEach(open::push);
            }
        }
        return found;
    }
}
