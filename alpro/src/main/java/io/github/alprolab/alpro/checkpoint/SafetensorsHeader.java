package io.github.alprolab.alpro.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON at the head of a safetensors file: names, types, shapes and places of tensors, and what
 * else its writer says of them.
 *
 * @param entries in the order of their places
 * @param metadata texts by name; readers that do not know them pass over them
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final Map<String, ElementType> TYPES =
            Map.of(
                    "F64", ElementType.FLOAT64,
                    "F32", ElementType.FLOAT32,
                    "F16", ElementType.FLOAT16,
                    "BF16", ElementType.BFLOAT16,
                    "I64", ElementType.INT64,
                    "I32", ElementType.INT32,
                    "I16", ElementType.INT16,
                    "I8", ElementType.INT8,
                    "U8", ElementType.UINT8,
                    "BOOL", ElementType.BOOL);

    /**
     * One tensor.
     *
     * @param name its name
     * @param type of its elements
     * @param shape lengths of its axes
     * @param begin first byte after the header
     * @param end byte after the last
     */
    record Entry(String name, ElementType type, long[] shape, long begin, long end) {}

    static SafetensorsHeader parse(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new TreeMap<>();
        root.path(METADATA)
                .properties()
                .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        for (var field : root.properties()) {
            if (!field.getKey().equals(METADATA)) {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long place = 0;
        for (Entry entry : entries) {
            check(entry, place);
            place = entry.end();
        }
        return new SafetensorsHeader(List.copyOf(entries), Map.copyOf(metadata));
    }

    /** Of all tensors together. */
    long bytes() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
    }

    byte[] json() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        for (Entry entry : entries) {
            ObjectNode node = root.putObject(entry.name());
            node.put("dtype", entry.type() == ElementType.FLOAT32 ? "F32" : "I64");
            var shape = node.putArray("shape");
            for (long length : entry.shape()) {
                shape.add(length);
            }
            node.putArray("data_offsets").add(entry.begin()).add(entry.end());
        }
        return JSON.writeValueAsBytes(root);
    }

    private static Entry entry(String name, JsonNode node) throws IOException {
        String type = node.path("dtype").asText();
        if (!TYPES.containsKey(type)) {
            throw new IOException(
                    "Tensor %s has type “%s”; %s can be read."
                            .formatted(name, type, TYPES.keySet().stream().sorted().toList()));
        }
        JsonNode lengths = node.path("shape");
        long[] shape = new long[lengths.size()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = whole(name, lengths.get(axis));
        }
        JsonNode offsets = node.path("data_offsets");
        return new Entry(
                name,
                TYPES.get(type),
                shape,
                whole(name, offsets.path(0)),
                whole(name, offsets.path(1)));
    }

    private static long whole(String name, JsonNode number) throws IOException {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
            throw new IOException(
                    "Tensor %s has “%s” where a length or a place should be. The file is damaged."
                            .formatted(name, number));
        }
        return number.asLong();
    }

    private static void check(Entry entry, long place) throws IOException {
        long bytes;
        try {
            bytes = Math.multiplyExact(StoredTensor.count(entry.shape()), entry.type().bytes());
        } catch (ArithmeticException e) {
            throw new IOException(
                    "Tensor " + entry.name() + " is larger than any file. The file is damaged.", e);
        }
        if (entry.begin() != place || entry.end() - entry.begin() != bytes) {
            throw new IOException(
                    "Tensor %s claims bytes %d to %d; its shape needs %d bytes from %d. The file is damaged."
                            .formatted(entry.name(), entry.begin(), entry.end(), bytes, place));
        }
    }
}
