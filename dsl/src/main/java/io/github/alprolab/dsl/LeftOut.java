package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.dsl.record.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/** Defaults that records of experiments do not write out, by their path in the record. */
final class LeftOut {
    /** Where the settings of each part stand; those of a retrieval stand at the top. */
    private static final Map<String, Schema> PARTS =
            Map.of(
                    "pairs", Pairs.schema(),
                    "encoders", EncoderSizes.standard().schema(),
                    "prompter", Prompter.schema(),
                    "questions", Questions.schema(),
                    "trainer", TrainConfig.standard().values().schema());

    private LeftOut() {}

    static Map<String, String> byPath() {
        Map<String, Object> all = new TreeMap<>(Retrieval.schema().leftOut());
        PARTS.forEach((part, schema) -> all.put(part, schema.leftOut()));
        return CanonicalJson.flat(CanonicalJson.write(all));
    }
}
