package io.github.alprolab.alpro.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Sizes, inputs and expected results of one golden case. */
record ParityCase(JsonNode json, Map<String, StoredTensor> expected) {

    static ParityCase of(String name) {
        try (InputStream sizes = resource(name, "case.json");
                InputStream results = resource(name, "expected.safetensors")) {
            Map<String, StoredTensor> expected = new HashMap<>();
            Safetensors.read(results, t -> expected.put(t.name(), t));
            return new ParityCase(new ObjectMapper().readTree(sizes), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AlproConfig config() {
        JsonNode c = json.get("config");
        int width = c.get("video_width").asInt();
        return new AlproConfig(
                new VideoConfig(
                        c.get("img").asInt(),
                        c.get("patch").asInt(),
                        c.get("frames").asInt(),
                        width,
                        c.get("video_depth").asInt(),
                        c.get("video_heads").asInt(),
                        4 * width,
                        0),
                new TextConfig(
                        c.get("vocab").asInt(),
                        c.get("text_width").asInt(),
                        c.get("text_layers").asInt(),
                        c.get("fusion_layer").asInt(),
                        c.get("text_heads").asInt(),
                        c.get("text_ffn").asInt(),
                        c.get("max_pos").asInt(),
                        0),
                256);
    }

    int number(String field) {
        return json.get(field).asInt();
    }

    String salt() {
        return json.get("salt").asText();
    }

    int entities() {
        return json.get("config").get("entities").asInt();
    }

    /**
     * Fills every float tensor of a model by the formula; {@code prefix} comes before its names.
     */
    void fill(StateDict state, String prefix) {
        for (Parameter parameter : state.unique()) {
            if (!parameter.name().endsWith("position_ids")) {
                long[] shape = parameter.value().shape();
                double deviation = json.get("weight_std").asDouble();
                parameter
                        .value()
                        .copyFrom(
                                ParityFormula.weight(
                                        salt(), prefix + parameter.name(), shape, deviation));
            }
        }
    }

    float[] frames(String key) {
        AlproConfig config = config();
        int size = config.video().imageSize();
        long[] shape = {number("batch"), config.video().frames(), 3, size, size};
        return ParityFormula.signed(salt() + ":" + key, shape, 1.5);
    }

    /** Token ids with 2 first, 3 last and 0 beyond the length. */
    long[] ids() {
        int length = number("max_length");
        long[] shape = {number("batch"), length};
        long[] ids =
                ParityFormula.integers(
                        salt() + ":text_input_ids", shape, 5, config().text().vocabulary());
        for (int row = 0; row < number("batch"); row++) {
            int real = json.get("lengths").get(row).asInt();
            ids[row * length] = 2;
            ids[row * length + real - 1] = 3;
            for (int i = real; i < length; i++) {
                ids[row * length + i] = 0;
            }
        }
        return ids;
    }

    float[] mask() {
        int length = number("max_length");
        float[] mask = new float[number("batch") * length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % length < json.get("lengths").get(i / length).asInt() ? 1 : 0;
        }
        return mask;
    }

    private static InputStream resource(String name, String file) {
        return ParityCase.class.getResourceAsStream("/parity/" + name + "/" + file);
    }
}
