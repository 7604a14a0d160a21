package io.github.alprolab.kernel.session;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** The bytes of one object without what it refers to. */
final class ShallowSize {
    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    /** A node of a hash table or a list, which the JDK does not let a program see. */
    private static final int NODE = 32;

    private ShallowSize() {}

    static long of(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return aligned(
                    ARRAY_HEADER + (long) Array.getLength(value) * width(type.componentType()));
        }
        long fields = instanceFields(type).mapToLong(field -> width(field.getType())).sum();
        return aligned(HEADER + fields) + hidden(value);
    }

    /** The fields of a class and its superclasses. */
    static Stream<Field> instanceFields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
                .flatMap(t -> Arrays.stream(t.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    /** What JDK objects keep behind private fields. */
    private static long hidden(Object value) {
        if (value instanceof String text) {
            int width = text.chars().allMatch(c -> c < 256) ? 1 : 2;
            return aligned(ARRAY_HEADER + (long) text.length() * width);
        }
        if (!ObjectGraph.isOfTheJdk(value.getClass())) {
            return 0;
        }
        if (value instanceof Map<?, ?> map) {
            return (long) map.size() * (NODE + REFERENCE);
        }
        if (value instanceof Collection<?> collection) {
            boolean array = value instanceof java.util.RandomAccess;
            return (long) collection.size() * (array ? REFERENCE : NODE + REFERENCE);
        }
        return 0;
    }

    private static int width(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        if (type == short.class || type == char.class) {
            return Short.BYTES;
        }
        return type.isPrimitive() ? 1 : REFERENCE;
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
