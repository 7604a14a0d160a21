package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TextConfig;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a model, as the paper draws it (section 3.1). */
public enum ModelPart {
    VIDEO("video encoder"),
    TEXT("text encoder"),
    FUSION("fusion encoder"),
    /** Projections, temperature, and the heads of all objectives. */
    HEADS("heads");

    private static final Pattern LAYER =
            Pattern.compile("text_encoder\\.(?:bert\\.)?encoder\\.layer\\.(\\d+)\\..*");
    private static final Pattern WORDS =
            Pattern.compile("text_encoder\\.(?:bert\\.)?embeddings\\..*");

    private final String title;

    ModelPart(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** Of a tensor by its name; the first layers of BERT read text alone, the others fuse. */
    static ModelPart of(String name, TextConfig text) {
        if (name.startsWith("visual_encoder.")) {
            return VIDEO;
        }
        Matcher layer = LAYER.matcher(name);
        if (layer.matches()) {
            return Integer.parseInt(layer.group(1)) < text.fusionLayer() ? TEXT : FUSION;
        }
        return WORDS.matcher(name).matches() ? TEXT : HEADS;
    }
}
