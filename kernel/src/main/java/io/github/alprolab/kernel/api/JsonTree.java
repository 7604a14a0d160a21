package io.github.alprolab.kernel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;

/**
 * Values as trees of the kernel's own Jackson. Cells may have another version of it, whose trees
 * and annotations only its own mapper understands.
 */
final class JsonTree {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TREE = JsonNode.class.getName();

    private JsonTree() {}

    /** Whether a value is a tree of another Jackson than the kernel's. */
    static boolean isForeign(Object value) {
        if (value == null || value instanceof JsonNode) {
            return false;
        }
        Class<?> type = value.getClass();
        while (type != null && !type.getName().equals(TREE)) {
            type = type.getSuperclass();
        }
        return type != null;
    }

    /** The tree of a text that is JSON. */
    static JsonNode parsed(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The tree of any value that Jackson can write. */
    static JsonNode of(Object value) {
        try {
            Class<?> mapper = mapperOfCells();
            return mapper == ObjectMapper.class
                    ? MAPPER.valueToTree(value)
                    : parsed(written(mapper, value));
        } catch (ReflectiveOperationException | JsonProcessingException older) {
            // One that does not know records, for example; the kernel's own does.
            return MAPPER.valueToTree(value);
        }
    }

    private static Class<?> mapperOfCells() {
        try {
            ClassLoader cells = Thread.currentThread().getContextClassLoader();
            return Class.forName(ObjectMapper.class.getName(), true, cells);
        } catch (ClassNotFoundException | LinkageError none) {
            return ObjectMapper.class;
        }
    }

    private static String written(Class<?> mapper, Object value)
            throws ReflectiveOperationException {
        Object own = mapper.getConstructor().newInstance();
        try {
            return (String) mapper.getMethod("writeValueAsString", Object.class).invoke(own, value);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error; // such as the sign that the cell was stopped
            }
            throw e;
        }
    }
}
