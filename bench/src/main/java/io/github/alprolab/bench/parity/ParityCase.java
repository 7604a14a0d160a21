package io.github.alprolab.bench.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sizes, inputs and expected results of one golden case: what the published classes computed for
 * weights and inputs that a formula makes from names.
 *
 * @param folder where it lies; a case that it builds on is beside it
 * @param json {@code case.json}
 * @param expected {@code expected.safetensors}
 */
public record ParityCase(Path folder, JsonNode json, Map<String, StoredTensor> expected) {
    /** Of the contrastive space; the published classes know no other. */
    private static final int PROJECTION = 256;

    /**
     * Reads a folder.
     *
     * @throws IOException when a file is missing or cannot be understood
     */
    public static ParityCase read(Path folder) throws IOException {
        JsonNode json;
        try (InputStream in = Files.newInputStream(folder.resolve("case.json"))) {
            json = new ObjectMapper().readTree(in);
        }
        Map<String, StoredTensor> expected = new TreeMap<>();
        try (InputStream in = Files.newInputStream(folder.resolve("expected.safetensors"))) {
            Safetensors.read(in, t -> expected.put(t.name(), t));
        }
        return new ParityCase(folder, json, expected);
    }

    /** The model's sizes; rates of dropout and stochastic depth are 0. */
    public AlproConfig config() {
        int width = number("config", "video_width");
        return new AlproConfig(
                new VideoConfig(
                        number("config", "img"),
                        number("config", "patch"),
                        number("config", "frames"),
                        width,
                        number("config", "video_depth"),
                        number("config", "video_heads"),
                        4 * width,
                        0),
                new TextConfig(
                        number("config", "vocab"),
                        number("config", "text_width"),
                        number("config", "text_layers"),
                        number("config", "fusion_layer"),
                        number("config", "text_heads"),
                        number("config", "text_ffn"),
                        number("config", "max_pos"),
                        0),
                PROJECTION);
    }

    /** E. */
    public int entities() {
        return number("config", "entities");
    }

    /** B. */
    public int batch() {
        return number("batch");
    }

    /** L. */
    public int length() {
        return number("max_length");
    }

    /** Word pieces of text {@code row}, start and end included. */
    public int length(int row) {
        return json.path("lengths").path(row).asInt();
    }

    /** A whole number of {@code case.json}. */
    public int number(String... path) {
        JsonNode node = json;
        for (String field : path) {
            node = node.path(field);
        }
        if (!node.isInt()) {
            throw new IllegalArgumentException(
                    "%s has no whole number %s".formatted(folder, String.join(".", path)));
        }
        return node.asInt();
    }

    /** What every key of the formula begins with. */
    public String salt() {
        return json.path("salt").asText();
    }

    /** Deviation of the weights. */
    public double deviation() {
        return json.path("weight_std").asDouble();
    }

    /** The folder's name. */
    public String name() {
        return folder.toAbsolutePath().getFileName().toString();
    }
}
