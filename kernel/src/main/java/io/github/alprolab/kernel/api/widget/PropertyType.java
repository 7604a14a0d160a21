package io.github.alprolab.kernel.api.widget;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a property may hold, and how what the page sends becomes it: as it is, without a text taken
 * for a number or a fraction for a whole one.
 *
 * @param type the values' class
 * @param words what they are called in messages
 * @param isList whether it is a list of values of one class
 */
record PropertyType<T>(JavaType type, String words, boolean isList) {
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final int LONGEST = 100;

    private static final Map<Class<?>, String> WORDS =
            Map.of(
                    Boolean.class, "true or false",
                    Integer.class, "a whole number",
                    Long.class, "a whole number",
                    Double.class, "a number",
                    String.class, "a text",
                    byte[].class, "bytes");

    /** Of the class of a first value. */
    @SuppressWarnings("unchecked") // the class is that of the value
    static <T> PropertyType<T> of(T first) {
        Class<T> type = (Class<T>) Objects.requireNonNull(first, "first").getClass();
        if (first instanceof List || first instanceof Map) {
            throw new IllegalArgumentException(
                    "What a list holds is said with it, as in list(\"names\", String.class,"
                            + " List.of(\"a\")); a map is better a record.");
        }
        return new PropertyType<>(JSON.constructType(type), words(type), false);
    }

    /** Of lists. */
    static <E> PropertyType<List<E>> listOf(Class<E> element) {
        return new PropertyType<>(
                JSON.getTypeFactory().constructCollectionType(List.class, element),
                "a list, each " + words(element),
                true);
    }

    /** A value that nobody can change behind the widget's back. */
    @SuppressWarnings("unchecked") // a list of the same elements
    T kept(T value) {
        return value instanceof List<?> list ? (T) List.copyOf(list) : value;
    }

    /**
     * A value that JSON and buffers hold.
     *
     * @throws IllegalArgumentException for another one, which says what is allowed
     */
    T read(Object sent) {
        try {
            T read = JSON.convertValue(sent, type);
            return kept(Objects.requireNonNull(read));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "%s was sent; allowed is %s.".formatted(words(sent), words), e);
        }
    }

    /** Whether two values are the same, also as bytes. */
    static boolean same(Object one, Object other) {
        return one instanceof byte[] bytes && other instanceof byte[] others
                ? Arrays.equals(bytes, others)
                : Objects.equals(one, other);
    }

    /** A value in a message. */
    static String words(Object value) {
        String text =
                value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
        String quoted = value instanceof CharSequence ? "“" + text + "”" : text;
        return quoted.length() > LONGEST ? quoted.substring(0, LONGEST) + "…" : quoted;
    }

    private static String words(Class<?> type) {
        return WORDS.getOrDefault(type, "a " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
}
