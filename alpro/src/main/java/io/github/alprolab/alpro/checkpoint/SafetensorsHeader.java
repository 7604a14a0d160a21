package io.github.alprolab.alpro.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The JSON at the head of a safetensors file: names, types, shapes and places of tensors.
 *
 * @param entries in the order of their places
 */
record SafetensorsHeader(List<Entry> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One tensor.
     *
     * @param name its name
     * @param isFloat float32, or else int64
     * @param shape lengths of its axes
     * @param begin first byte after the header
     * @param end byte after the last
     */
    record Entry(String name, boolean isFloat, long[] shape, long begin, long end) {}

    static SafetensorsHeader parse(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        List<Entry> entries = new ArrayList<>();
        for (var field : root.properties()) {
            if (!field.getKey().equals("__metadata__")) {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin));
        long place = 0;
        for (Entry entry : entries) {
            check(entry, place);
            place = entry.end();
        }
        return new SafetensorsHeader(List.copyOf(entries));
    }

    static byte[] json(List<Entry> entries) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        for (Entry entry : entries) {
            ObjectNode node = root.putObject(entry.name());
            node.put("dtype", entry.isFloat() ? "F32" : "I64");
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
        if (!type.equals("F32") && !type.equals("I64")) {
            throw new IOException(
                    "Tensor " + name + " has type " + type + "; F32 and I64 can be read.");
        }
        long[] shape =
                StreamSupport.stream(node.path("shape").spliterator(), false)
                        .mapToLong(JsonNode::asLong)
                        .toArray();
        JsonNode offsets = node.path("data_offsets");
        return new Entry(
                name,
                type.equals("F32"),
                shape,
                offsets.path(0).asLong(),
                offsets.path(1).asLong());
    }

    private static void check(Entry entry, long place) throws IOException {
        long bytes = StoredTensor.count(entry.shape()) * (entry.isFloat() ? 4 : 8);
        if (entry.begin() != place || entry.end() - entry.begin() != bytes) {
            throw new IOException(
                    "Tensor "
                            + entry.name()
                            + " claims bytes "
                            + entry.begin()
                            + " to "
                            + entry.end()
                            + "; its shape needs "
                            + bytes
                            + " bytes from "
                            + place
                            + ". The file is damaged.");
        }
    }
}
