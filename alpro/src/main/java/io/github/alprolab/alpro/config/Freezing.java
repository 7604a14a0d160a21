package io.github.alprolab.alpro.config;

import java.util.regex.Pattern;

/**
 * Which tensors stay as they are while question answering is fine-tuned (docs/method.md section
 * 7.4).
 */
public enum Freezing {
    /** All tensors learn. */
    NONE("(?!)"),
    /**
     * Attention and perceptrons of every video block stay: the published training checkpoints
     * activations in a way that gives them no gradient.
     */
    LIKE_REFERENCE_CODE("visual_encoder\\.model\\.blocks\\.\\d+\\.(attn|temporal_attn|mlp)\\..*");

    private final Pattern names;

    Freezing(String names) {
        this.names = Pattern.compile(names);
    }

    /** Whether the tensor of this name stays as it is. */
    public boolean freezes(String name) {
        return names.matcher(name).matches();
    }
}
