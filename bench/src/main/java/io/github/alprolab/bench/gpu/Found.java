package io.github.alprolab.bench.gpu;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a part found.
 *
 * @param sound whether it is as it should be
 * @param words in a line
 * @param figures by name, for the file
 */
record Found(boolean sound, String words, Map<String, Object> figures) {
    Found {
        figures = new LinkedHashMap<>(figures);
    }
}
