package io.github.alprolab.alpro.objective;

import java.util.Locale;

/** Words as names in records and checkpoints. */
final class ObjectiveNames {
    private ObjectiveNames() {}

    /** “frame order” is {@code frame_order}. */
    static String key(String words) {
        return words.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
    }

    /** “frame order” is {@code FRAME_ORDER}. */
    static String capitals(String words) {
        return key(words).toUpperCase(Locale.ROOT);
    }
}
