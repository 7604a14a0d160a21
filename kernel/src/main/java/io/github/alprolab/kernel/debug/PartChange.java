package io.github.alprolab.kernel.debug;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/** Gives a part of a value another value. */
final class PartChange {
    private PartChange() {}

    /**
     * Changes an element, a map's value or a field.
     *
     * @throws Refused where the value has no such part, or it cannot be changed
     */
    static void set(Object whole, String name, Object value) {
        try {
            if (whole.getClass().isArray()) {
                Array.set(whole, index(name), value);
            } else if (whole instanceof List<?> list) {
                replace(list, index(name), value);
            } else if (whole instanceof Map<?, ?> map) {
                put(map, name, value);
            } else {
                field(whole, name).set(whole, value);
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new Refused("The value is of another type than " + name + ".");
        } catch (UnsupportedOperationException | IllegalAccessException e) {
            throw new Refused("This " + Texts.type(whole) + " cannot be changed.");
        }
    }

    private static int index(String name) {
        if (!name.matches("\\[\\d+]")) {
            throw new Refused("There is no " + name + " here.");
        }
        return Integer.parseInt(name.substring(1, name.length() - 1));
    }

    private static <T> void replace(List<T> list, int index, Object value) {
        @SuppressWarnings("unchecked") // as unchecked as any raw list in a cell
        T element = (T) value;
        list.set(index, element);
    }

    private static <K, V> void put(Map<K, V> map, String name, Object value) {
        @SuppressWarnings("unchecked") // see replace
        V held = (V) value;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            if (Texts.of(entry.getKey()).equals(name)) {
                entry.setValue(held);
                return;
            }
        }
        throw new Refused("There is no " + name + " here.");
    }

    private static Field field(Object whole, String name) {
        return Parts.fields(whole.getClass()).stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no " + name + " that can be changed."));
    }
}
