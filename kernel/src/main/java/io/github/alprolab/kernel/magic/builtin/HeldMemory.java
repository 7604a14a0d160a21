package io.github.alprolab.kernel.magic.builtin;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Estimates what is reachable from a value: exactly for arrays, texts, the JDK's collections, and
 * objects of libraries on the class path; other objects of the JDK count as one small object, so
 * that the figure is then a lower bound. Sizes of headers and references are those of a 64-bit JVM
 * with compressed pointers.
 */
final class HeldMemory {
    private static final int OBJECT = 16;
    private static final int REFERENCE = 4;

    /** More objects than this are not followed; about half a second. */
    private static final int MOST_OBJECTS = 2_000_000;

    private final ToLongFunction<Object> nativeBytes;

    /** {@code nativeBytes} knows what an object holds outside the heap. */
    HeldMemory(ToLongFunction<Object> nativeBytes) {
        this.nativeBytes = nativeBytes;
    }

    /**
     * Bytes of a value.
     *
     * @param heap on the heap
     * @param engine outside, as extensions say
     * @param isLeast whether there is more that was not counted
     */
    record Size(long heap, long engine, boolean isLeast) {}

    Size of(Object value) {
        Walk walk = new Walk(nativeBytes);
        walk.reach(value);
        return walk.run();
    }

    private static final class Walk {
        private final ToLongFunction<Object> nativeBytes;
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<Object> waiting = new ArrayDeque<>();
        private long heap;
        private long engine;
        private boolean isLeast;

        Walk(ToLongFunction<Object> nativeBytes) {
            this.nativeBytes = nativeBytes;
        }

        void reach(Object value) {
            if (value != null && !(value instanceof Class<?>) && seen.add(value)) {
                waiting.add(value);
            }
        }

        Size run() {
            while (!waiting.isEmpty() && seen.size() < MOST_OBJECTS) {
                Object next = waiting.remove();
                engine += nativeBytes.applyAsLong(next);
                visit(next);
            }
            return new Size(heap, engine, isLeast || !waiting.isEmpty());
        }

        private void visit(Object value) {
            if (value.getClass().isArray()) {
                array(value);
            } else if (value instanceof String text) {
                boolean latin = text.chars().allMatch(c -> c < 256);
                heap += 24 + aligned(OBJECT + (latin ? 1L : 2L) * text.length());
            } else if (isOfJdk(value)) {
                known(value);
            } else {
                fields(value);
            }
        }

        private void array(Object array) {
            int length = Array.getLength(array);
            Class<?> type = array.getClass().getComponentType();
            heap += aligned(OBJECT + (long) width(type) * length);
            if (!type.isPrimitive()) {
                for (Object element : (Object[]) array) {
                    reach(element);
                }
            }
        }

        private void known(Object value) {
            heap += OBJECT;
            if (value instanceof Collection<?> all) {
                heap += all.size() * (long) REFERENCE;
                all.forEach(this::reach);
            } else if (value instanceof Map<?, ?> map) {
                heap += map.size() * 48L; // an entry and its place in the table
                map.forEach(
                        (key, held) -> {
                            reach(key);
                            reach(held);
                        });
            } else if (value instanceof Optional<?> one) {
                one.ifPresent(this::reach);
            } else if (value instanceof BufferedImage image) {
                buffer(image.getRaster().getDataBuffer());
            } else if (value instanceof Buffer buffer && buffer.hasArray()) {
                reach(buffer.array());
            } else {
                isLeast |= !(value instanceof Number || value instanceof Boolean);
            }
        }

        private void buffer(DataBuffer data) {
            int bits = DataBuffer.getDataTypeSize(data.getDataType());
            heap += (long) data.getSize() * data.getNumBanks() * bits / 8;
        }

        private void fields(Object value) {
            long size = OBJECT;
            for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        size += width(field.getType());
                        follow(field, value);
                    }
                }
            }
            heap += aligned(size);
        }

        private void follow(Field field, Object value) {
            if (field.getType().isPrimitive()) {
                return;
            }
            try {
                field.setAccessible(true);
                reach(field.get(value));
            } catch (ReflectiveOperationException | RuntimeException closed) {
                isLeast = true; // a module that lets nobody look inside
            }
        }

        private static boolean isOfJdk(Object value) {
            return value.getClass().getModule().isNamed();
        }

        private static int width(Class<?> type) {
            if (type == long.class || type == double.class) {
                return 8;
            }
            if (type == short.class || type == char.class) {
                return 2;
            }
            return type == byte.class || type == boolean.class ? 1 : REFERENCE;
        }

        private static long aligned(long bytes) {
            return (bytes + 7) / 8 * 8;
        }
    }
}
