package io.github.alprolab.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The static fields that hold the variables of cells. A re-declared variable is a field of a new
 * class, so the older field of that name is emptied: its value would otherwise live as long as the
 * kernel.
 */
final class VariableFields {
    /** How many unnamed results stay reachable as {@code $1}, {@code $2}, … */
    static final int UNNAMED_KEPT = 3;

    private static final Pattern UNNAMED = Pattern.compile("\\$\\d+");

    private final Map<String, Field> fields = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Deque<String> unnamed = new ArrayDeque<>();
    private final Deque<Emptied> emptied = new ArrayDeque<>();

    private record Emptied(String variable, AutoCloseable value) {}

    /** Takes over the variable of a snippet's class, where it has one. */
    void track(Class<?> type) {
        if (!SnippetClasses.isWrapper(type.getName())) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers)
                    && Modifier.isPublic(modifiers)
                    && !Modifier.isFinal(modifiers)) {
                replace(field);
            }
        }
    }

    /**
     * Frees the value of a variable that is about to be declared again by the same words: JShell
     * then runs the class that it has, and no new one is tracked.
     */
    void declaring(Class<?> type) {
        fields.values().stream()
                .filter(field -> field.getDeclaringClass() == type)
                .toList()
                .forEach(this::empty);
    }

    /** The present value of a variable, empty for null and where there is none. */
    Optional<Object> value(String variable) {
        Field field = fields.get(variable);
        return field == null ? Optional.empty() : Optional.ofNullable(get(field));
    }

    /** All present values by name, in the order of their declaration; null is a value. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        synchronized (fields) {
            fields.forEach((name, field) -> values.put(name, get(field)));
        }
        return values;
    }

    /** Frees a variable that was dropped. */
    void drop(String variable) {
        unnamed.remove(variable);
        Field old = fields.remove(variable);
        if (old != null) {
            empty(old);
        }
    }

    /** Unnamed results beyond those that are kept. */
    List<String> outdated() {
        int excess = Math.max(0, unnamed.size() - UNNAMED_KEPT);
        return unnamed.stream().limit(excess).toList();
    }

    Optional<String> newestUnnamed() {
        return Optional.ofNullable(unnamed.peekLast());
    }

    private void replace(Field field) {
        Field old = fields.put(field.getName(), field);
        if (old != null) {
            empty(old);
        } else if (UNNAMED.matcher(field.getName()).matches()) {
            unnamed.add(field.getName());
        }
    }

    private void empty(Field field) {
        if (field.getType().isPrimitive()) {
            return;
        }
        Object old = get(field);
        set(field);
        if (old instanceof AutoCloseable closeable) {
            emptied.add(new Emptied(field.getName(), closeable));
        }
    }

    boolean hasEmptied() {
        return !emptied.isEmpty();
    }

    /**
     * Closes what emptied variables held and nothing else holds. Not done where they are emptied:
     * there JShell may hold a lock, and a close may never end.
     */
    void closeEmptied() {
        while (!emptied.isEmpty()) {
            Emptied next = emptied.remove();
            Collection<Object> live = new ArrayList<>();
            fields.values().forEach(f -> live.add(get(f)));
            Closing.closeUnlessHeld(next.variable(), next.value(), live);
        }
    }

    private static void set(Field field) {
        try {
            field.set(null, null);
        } catch (IllegalAccessException e) {
            throw unreadable(field, e);
        }
    }

    private static Object get(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw unreadable(field, e);
        }
    }

    private static IllegalStateException unreadable(Field field, IllegalAccessException e) {
        return new IllegalStateException(
                "A variable's own class refuses access to " + field.getName(), e);
    }
}
