package io.github.alprolab.kernel.session;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * What values reach, as far as Java lets a program look: all fields of classes on the class path,
 * arrays, and the JDK's collections by their own methods.
 */
final class ObjectGraph {
    /**
     * More objects than this are not looked at: the answer would come too late. The clips of the
     * default corpus alone are 266,000.
     */
    private static final int LIMIT = 1_000_000;

    /** JDK packages whose objects hold no objects of others. */
    private static final List<String> LEAVES =
            List.of(
                    "java.awt.image.",
                    "java.lang.invoke.",
                    "java.lang.reflect.",
                    "java.math.",
                    "java.net.",
                    "java.nio.",
                    "java.security.",
                    "java.text.",
                    "java.time.",
                    "java.util.concurrent.atomic.",
                    "java.util.concurrent.locks.",
                    "java.util.random.",
                    "java.util.regex.",
                    "java.util.zip.",
                    "sun.nio.");

    private static final Set<Class<?>> LEAF_CLASSES =
            Set.of(
                    Object.class,
                    String.class,
                    Class.class,
                    Boolean.class,
                    Character.class,
                    Runtime.class,
                    StringBuilder.class,
                    StringBuffer.class,
                    StackTraceElement.class,
                    java.util.Random.class,
                    java.util.UUID.class,
                    java.util.Locale.class,
                    java.util.BitSet.class);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();
    private final Map<Class<?>, List<Field>> references = new HashMap<>();
    private final Set<Class<?>> statics = new HashSet<>();
    private boolean whole = true;

    static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** Begins at a value too; null is passed over. */
    void add(Object value) {
        if (value != null && seen.add(value)) {
            next.add(value);
        }
    }

    /** Begins at what the static fields of a class hold. */
    void addStatics(Class<?> type) {
        if (isOfTheJdk(type) || !statics.add(type)) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                read(field, null);
            }
        }
    }

    /** Whether the values reach this one, or hold something that cannot be looked into. */
    boolean mayReach(Object wanted) {
        while (!next.isEmpty()) {
            Object value = next.remove();
            if (value == wanted) {
                return true;
            }
            expand(value);
            addStatics(value.getClass());
            if (!whole || seen.size() > LIMIT) {
                return true;
            }
        }
        return false;
    }

    private void expand(Object value) {
        if (value instanceof Object[] array) {
            Stream.of(array).forEach(this::add);
        } else if (!value.getClass().isArray() && !isLeaf(value)) {
            if (isOfTheJdk(value.getClass())) {
                expandJdk(value);
            } else {
                fields(value.getClass()).forEach(field -> read(field, value));
            }
        }
    }

    private static boolean isLeaf(Object value) {
        Class<?> type = value.getClass();
        return LEAF_CLASSES.contains(type)
                || value instanceof Enum<?>
                || value instanceof Reference<?>
                || value instanceof Number
                || (isOfTheJdk(type)
                        && !(value instanceof AtomicReference<?>)
                        && LEAVES.stream().anyMatch(type.getName()::startsWith));
    }

    private void expandJdk(Object value) {
        try {
            if (value instanceof Collection<?> collection) {
                collection.forEach(this::add);
            } else if (value instanceof Map<?, ?> map) {
                map.forEach(
                        (key, held) -> {
                            add(key);
                            add(held);
                        });
            } else if (value instanceof Map.Entry<?, ?> entry) {
                add(entry.getKey());
                add(entry.getValue());
            } else if (value instanceof Optional<?> optional) {
                optional.ifPresent(this::add);
            } else if (value instanceof AtomicReference<?> reference) {
                add(reference.get());
            } else {
                whole = false;
            }
        } catch (RuntimeException e) { // another thread may change what is walked here
            whole = false;
        }
    }

    private void read(Field field, Object owner) {
        try {
            if (field.trySetAccessible()) {
                add(field.get(owner));
            } else {
                whole = false;
            }
        } catch (IllegalAccessException | RuntimeException | LinkageError e) {
            whole = false;
        }
    }

    private List<Field> fields(Class<?> type) {
        return references.computeIfAbsent(
                type,
                t ->
                        Stream.<Class<?>>iterate(t, c -> c != null, Class::getSuperclass)
                                .flatMap(c -> Stream.of(c.getDeclaredFields()))
                                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                                .filter(field -> !field.getType().isPrimitive())
                                .toList());
    }
}
