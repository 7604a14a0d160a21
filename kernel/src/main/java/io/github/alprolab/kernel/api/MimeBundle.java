package io.github.alprolab.kernel.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One value in several representations.
 *
 * @param data MIME type to value: a String, or for JSON types anything Jackson can write; binary
 *     types are base64. {@code text/plain} is always there.
 * @param metadata MIME type to details such as width and height
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    private static final String PLAIN = "text/plain";

    public MimeBundle {
        if (!data.containsKey(PLAIN)) {
            throw new IllegalArgumentException(
                    "A bundle of " + data.keySet() + " lacks text/plain, which every one has.");
        }
        data = Map.copyOf(data);
        metadata = Map.copyOf(metadata);
    }

    /** Plain text alone. */
    public static MimeBundle plain(String text) {
        return new MimeBundle(Map.of(PLAIN, Objects.requireNonNull(text, "text")), Map.of());
    }

    /** A copy with one more representation. */
    public MimeBundle and(String mimeType, Object value) {
        return new MimeBundle(with(data, mimeType, value), metadata);
    }

    /** A copy with details of one representation. */
    public MimeBundle metadata(String mimeType, Map<String, Object> value) {
        return new MimeBundle(data, with(metadata, mimeType, value));
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.put(key, JsonTree.isForeign(value) ? JsonTree.of(value) : value);
        return copy;
    }
}
