package io.github.alprolab.dsl.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON with one spelling for one meaning: keys sorted, two spaces a level, every double in the
 * fewest digits that give it back. The same on every Java version, which {@code Double.toString} is
 * not.
 */
public final class CanonicalJson {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int MOST_DIGITS = 17;

    private CanonicalJson() {}

    /**
     * Maps, lists, records, strings, numbers, booleans and null as text that ends in a new line.
     */
    public static String write(Object value) {
        return text(MAPPER.valueToTree(value), "") + "\n";
    }

    /** The same on one line. */
    public static String line(Object value) {
        return write(value).replaceAll("\n *", " ").strip();
    }

    /**
     * Every value with its path, such as {@code trainer.epochs}, in the order of paths.
     *
     * @throws IllegalArgumentException when the text is not JSON
     */
    public static Map<String, String> flat(String json) {
        Map<String, String> all = new TreeMap<>();
        flatten("", read(json), all);
        return all;
    }

    /**
     * The objects of a list.
     *
     * @param field of the object that the text is
     * @throws IllegalArgumentException when the text is not JSON
     */
    public static List<Map<String, Object>> rows(String json, String field) {
        List<Map<String, Object>> all = new ArrayList<>();
        read(json).path(field).forEach(row -> all.add(object(row)));
        return all;
    }

    /**
     * The objects in an object, by name; none where the field is not there.
     *
     * @param field of the object that the text is
     * @throws IllegalArgumentException when the text is not JSON
     */
    public static Map<String, Map<String, Object>> parts(String json, String field) {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        fields(read(json).path(field)).forEach((name, part) -> all.put(name, object(part)));
        return all;
    }

    @SuppressWarnings("unchecked") // names in JSON are strings
    private static Map<String, Object> object(JsonNode node) {
        return MAPPER.convertValue(node, Map.class);
    }

    /**
     * A record, list or map that was written.
     *
     * @throws IllegalArgumentException when the text is not JSON, or other than the type
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not the JSON expected: " + json, e);
        }
    }

    private static JsonNode read(String json) {
        return read(json, JsonNode.class);
    }

    private static String text(JsonNode node, String indent) {
        if (node.isObject()) {
            return object(node, indent);
        }
        if (node.isArray()) {
            return array(node, indent);
        }
        return node.isFloatingPointNumber() ? shortest(node.doubleValue()) : node.toString();
    }

    private static String object(JsonNode node, String indent) {
        if (node.isEmpty()) {
            return "{}";
        }
        String inner = indent + "  ";
        return fields(node).entrySet().stream()
                .map(e -> inner + quoted(e.getKey()) + ": " + text(e.getValue(), inner))
                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String array(JsonNode node, String indent) {
        List<String> items = new ArrayList<>();
        node.forEach(item -> items.add(text(item, indent + "  ")));
        return items.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static String shortest(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(MOST_DIGITS)));
    }

    private static String plain(BigDecimal value) {
        BigDecimal brief = value.stripTrailingZeros();
        return Math.abs(brief.precision() - brief.scale()) < 15
                ? brief.toPlainString()
                : brief.toString();
    }

    private static void flatten(String path, JsonNode node, Map<String, String> all) {
        if (node.isObject()) {
            fields(node).forEach((k, v) -> flatten(path.isEmpty() ? k : path + "." + k, v, all));
        } else {
            all.put(path, node.isTextual() ? node.textValue() : text(node, ""));
        }
    }
}
