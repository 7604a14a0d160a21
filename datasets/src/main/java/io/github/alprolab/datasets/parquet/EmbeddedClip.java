package io.github.alprolab.datasets.parquet;

import java.util.Optional;

/**
 * A clip with its features, or with the reason why it has none.
 *
 * @param row which clip
 * @param vector d numbers; empty where the clip cannot be read
 * @param cause why it cannot be read
 */
public record EmbeddedClip(ClipRow row, float[] vector, Optional<String> cause) {
    /** One that was read. */
    public static EmbeddedClip of(ClipRow row, float[] vector) {
        return new EmbeddedClip(row, vector, Optional.empty());
    }

    /** One that cannot be read. */
    public static EmbeddedClip failed(ClipRow row, String cause) {
        return new EmbeddedClip(row, new float[0], Optional.of(cause));
    }

    /** Whether it has features. */
    public boolean read() {
        return cause.isEmpty();
    }
}
