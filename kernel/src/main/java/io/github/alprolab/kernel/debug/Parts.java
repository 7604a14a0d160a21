package io.github.alprolab.kernel.debug;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a value consists of: components, elements, entries or fields. */
final class Parts {
    private static final int MOST = 200;

    private Parts() {}

    /**
     * A part with a name.
     *
     * @param value null is one
     */
    record Part(String name, Object value) {}

    /** Whether there is anything below a value. */
    static boolean has(Object value) {
        if (value == null || value instanceof Class || isText(value)) {
            return false;
        }
        return value.getClass().isArray() ? Array.getLength(value) > 0 : !of(value).isEmpty();
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum;
    }

    /** The parts of a value, of many the first. */
    static List<Part> of(Object value) {
        if (value.getClass().isArray()) {
            return elements(value);
        } else if (value instanceof Map<?, ?> map) {
            return entries(map);
        } else if (value instanceof Collection<?> all) {
            return numbered(all);
        } else if (value instanceof Optional<?> optional) {
            return optional.map(inside -> new Part("value", inside)).stream().toList();
        } else {
            return value instanceof Record ? components(value) : fields(value);
        }
    }

    private static List<Part> elements(Object array) {
        List<Part> parts = new ArrayList<>();
        int length = Array.getLength(array);
        for (int i = 0; i < Math.min(length, MOST); i++) {
            parts.add(new Part("[" + i + "]", Array.get(array, i)));
        }
        rest(parts, length);
        return parts;
    }

    private static List<Part> numbered(Collection<?> all) {
        List<Part> parts = new ArrayList<>();
        for (Object element : all) {
            if (parts.size() == MOST) {
                break;
            }
            parts.add(new Part("[" + parts.size() + "]", element));
        }
        rest(parts, all.size());
        return parts;
    }

    private static List<Part> entries(Map<?, ?> map) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (parts.size() == MOST) {
                break;
            }
            parts.add(new Part(Texts.of(entry.getKey()), entry.getValue()));
        }
        rest(parts, map.size());
        return parts;
    }

    private static void rest(List<Part> parts, int size) {
        if (size > parts.size()) {
            parts.add(new Part("…", "%,d more".formatted(size - parts.size())));
        }
    }

    private static List<Part> components(Object value) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                parts.add(new Part(component.getName(), component.getAccessor().invoke(value)));
            } catch (InvocationTargetException e) {
                parts.add(new Part(component.getName(), Texts.failure(e.getCause())));
            } catch (IllegalAccessException | RuntimeException closed) {
                return List.of();
            }
        }
        return parts;
    }

    private static List<Part> fields(Object value) {
        List<Part> parts = new ArrayList<>();
        for (Field field : fields(value.getClass())) {
            try {
                parts.add(new Part(field.getName(), field.get(value)));
            } catch (IllegalAccessException closed) {
                continue; // of a module that opens nothing
            }
        }
        return parts;
    }

    /** The fields of objects of a class that can be read, those of its parents first. */
    static List<Field> fields(Class<?> type) {
        List<Field> fields =
                type.getSuperclass() == null ? new ArrayList<>() : fields(type.getSuperclass());
        for (Field field : type.getDeclaredFields()) {
            boolean ours = !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
            if (ours && isOpen(field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static boolean isOpen(Field field) {
        return field.trySetAccessible();
    }
}
