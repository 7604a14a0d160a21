package io.github.alprolab.kernel.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers by which a front end asks for what is below a value, while a thread is stopped. */
final class Handles {
    /** What is below a number: it can be listed, and where it is a value, changed. */
    interface Below {
        List<Parts.Part> parts();

        /** The value whose parts these are; empty for variables of a frame or of the session. */
        default Optional<Object> whole() {
            return Optional.empty();
        }
    }

    /**
     * A number's meaning.
     *
     * @param stop who answers; empty for the caller itself
     * @param frame whose variables these are, or below which they lie
     */
    record Handle(Below below, Optional<Stop> stop, Optional<ShownFrame> frame) {}

    private final Map<Integer, Handle> handles = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(1);

    int add(Below below, Optional<Stop> stop, Optional<ShownFrame> frame) {
        int number = next.getAndIncrement();
        handles.put(number, new Handle(below, stop, frame));
        return number;
    }

    /**
     * The meaning of a number.
     *
     * @throws Refused where it has none any more
     */
    Handle find(int number) {
        Handle handle = handles.get(number);
        if (handle == null) {
            throw new Refused("This value was seen before the thread went on; look again.");
        }
        return handle;
    }

    void clear() {
        handles.clear();
    }

    /** Parts as the protocol writes them, each with a number where there is more below. */
    List<Map<String, Object>> written(List<Parts.Part> parts, Handle from) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Parts.Part part : parts) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", part.name());
            one.put("evaluateName", part.name());
            one.putAll(value(part.value(), from.stop(), from.frame()));
            all.add(one);
        }
        return all;
    }

    /** A value's text and number. Without a type: JupyterLab would show that instead. */
    Map<String, Object> value(Object value, Optional<Stop> stop, Optional<ShownFrame> frame) {
        int number = Parts.has(value) ? add(new Value(value), stop, frame) : 0;
        return Map.of("value", Texts.of(value), "variablesReference", number);
    }

    private record Value(Object value) implements Below {
        @Override
        public List<Parts.Part> parts() {
            return Parts.of(value);
        }

        @Override
        public Optional<Object> whole() {
            return Optional.of(value);
        }
    }
}
