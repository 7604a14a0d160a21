package io.github.alprolab.kernel.api.widget;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bytes inside a state, which JSON cannot hold: they go beside it, and {@code buffer_paths} says
 * where each belongs.
 */
final class Buffers {
    private final List<List<Object>> paths = new ArrayList<>();
    private final List<byte[]> buffers = new ArrayList<>();

    /** Where each of the buffers belongs: names of maps, places in lists. */
    List<List<Object>> paths() {
        return paths;
    }

    List<byte[]> buffers() {
        return buffers;
    }

    /** A copy of a state in which the bytes are missing. */
    Map<String, Object> detach(Map<String, Object> state) {
        return map(state, List.of());
    }

    private Map<String, Object> map(Map<?, ?> map, List<Object> path) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
                (key, value) -> {
                    Object left = value(value, and(path, key.toString()));
                    if (!(value instanceof byte[])) {
                        copy.put(key.toString(), left);
                    }
                });
        return copy;
    }

    private Object value(Object value, List<Object> path) {
        if (value instanceof byte[] bytes) {
            paths.add(path);
            buffers.add(bytes);
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, path);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(value(element, and(path, copy.size()))));
            return copy;
        }
        return value instanceof Record one ? map(components(one), path) : value;
    }

    private static Map<String, Object> components(Record one) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent part : one.getClass().getRecordComponents()) {
            try {
                part.getAccessor().setAccessible(true);
                parts.put(part.getName(), part.getAccessor().invoke(one));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "%s of %s cannot be read".formatted(part.getName(), one), e);
            }
        }
        return parts;
    }

    private static List<Object> and(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** Puts bytes into a state where they belong; a path that leads nowhere is refused. */
    static void attach(Map<String, Object> state, List<?> paths, List<byte[]> buffers) {
        for (int i = 0; i < Math.min(paths.size(), buffers.size()); i++) {
            try {
                put(state, (List<?>) paths.get(i), buffers.get(i));
            } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
                throw new IllegalArgumentException(
                        "The page sent bytes for %s, where nothing is.".formatted(paths.get(i)), e);
            }
        }
    }

    @SuppressWarnings("unchecked") // JSON has no other maps and lists
    private static void put(Object state, List<?> path, byte[] bytes) {
        Object at = state;
        for (Object step : path.subList(0, path.size() - 1)) {
            at = at instanceof List<?> list ? list.get((int) step) : ((Map<?, ?>) at).get(step);
        }
        Object last = path.get(path.size() - 1);
        if (at instanceof List<?> list) {
            ((List<Object>) list).set((int) last, bytes);
        } else {
            ((Map<String, Object>) at).put((String) last, bytes);
        }
    }
}
