package io.github.alprolab.alpro.checkpoint.torch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values, marks and memo of the pickle machine. */
final class PickleStack {
    private final List<Object> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    void push(Object value) {
        values.add(value);
    }

    Object pop() {
        return pop(1).get(0);
    }

    /** The topmost values in the order they were pushed. */
    List<Object> pop(int count) {
        int from = values.size() - count;
        int floor = marks.isEmpty() ? 0 : marks.peek();
        if (from < floor) {
            throw new IndexOutOfBoundsException("too few values on the stack");
        }
        List<Object> top = new ArrayList<>(values.subList(from, values.size()));
        values.subList(from, values.size()).clear();
        return top;
    }

    void mark() {
        marks.push(values.size());
    }

    /** Everything above the last mark. */
    List<Object> toMark() {
        if (marks.isEmpty()) {
            throw new IndexOutOfBoundsException("no mark on the stack");
        }
        int from = marks.peek();
        List<Object> top = pop(values.size() - from);
        marks.pop();
        return top;
    }

    List<Object> list() {
        return new ArrayList<>();
    }

    Map<Object, Object> map() {
        return new LinkedHashMap<>();
    }

    static List<Object> tuple(List<Object> items) {
        return Collections.unmodifiableList(items);
    }

    /** Adds to the list on top. */
    @SuppressWarnings("unchecked")
    void append(List<Object> items) {
        ((List<Object>) top()).addAll(items);
    }

    /** Puts keys and values into the map on top. */
    @SuppressWarnings("unchecked")
    void put(List<Object> items) throws IOException {
        Map<Object, Object> map = (Map<Object, Object>) top();
        if (items.size() % 2 != 0) {
            throw new IOException("The pickle gives a dict a key without a value.");
        }
        for (int i = 0; i < items.size(); i += 2) {
            map.put(key(items.get(i)), items.get(i + 1));
        }
    }

    void remember(int place) {
        memo.put(place, top());
    }

    void remember() {
        remember(memo.size());
    }

    void recall(int place) {
        if (!memo.containsKey(place)) {
            throw new IndexOutOfBoundsException("nothing is remembered as " + place);
        }
        push(memo.get(place));
    }

    private Object top() {
        return values.get(values.size() - 1);
    }

    /** Only what cannot change: a dict that holds itself as a key would never end. */
    private static Object key(Object key) throws IOException {
        if (key instanceof String || key instanceof Long || key instanceof Boolean) {
            return key;
        }
        throw new IOException("The pickle uses a key that is neither text nor number.");
    }
}
