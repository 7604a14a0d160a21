package io.github.alprolab.dsl.show;

import java.util.Objects;
import java.util.Optional;

/**
 * One representation of a value.
 *
 * @param mimeType what the content is
 * @param content text, base64 for pictures, JSON text for JSON types
 * @param size how large a picture is shown; its pixels may be twice as fine
 * @param alt one sentence in place of a picture, for those who do not see it
 */
public record Part(String mimeType, String content, Optional<Size> size, Optional<String> alt) {
    public static final String HTML = "text/html";
    public static final String PNG = "image/png";
    public static final String SVG = "image/svg+xml";
    public static final String JPEG = "image/jpeg";

    /** The headline numbers of a notebook, which its runner collects. */
    public static final String METRICS = "application/vnd.alprolab.metrics+json";

    public Part {
        Objects.requireNonNull(mimeType, "mimeType");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(alt, "alt");
    }

    /** Of something that is read itself. */
    public Part(String mimeType, String content, Optional<Size> size) {
        this(mimeType, content, size, Optional.empty());
    }
}
