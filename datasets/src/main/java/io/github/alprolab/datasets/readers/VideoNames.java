package io.github.alprolab.datasets.readers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of videos by the short names that question files use; read from {@code name vidN} lines.
 */
public final class VideoNames {
    private final Map<String, String> names;

    private VideoNames(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * Reads MSVD's mapping.
     *
     * @throws AnnotationException at a line that is not two words, or a short name given twice
     */
    public static VideoNames read(Path mapping) {
        Map<String, String> names = new HashMap<>();
        try (Stream<Row> rows = Rows.lines(mapping)) {
            rows.forEach(row -> add(row, names));
        }
        return new VideoNames(names);
    }

    private static void add(Row row, Map<String, String> names) {
        String[] words = row.text(Lines.TEXT).strip().split("\\s+");
        if (words.length != 2) {
            throw row.fault(
                    Lines.TEXT,
                    "has %d words; a name, a space and a short name are needed"
                            .formatted(words.length));
        }
        if (names.put(words[1], words[0]) != null) {
            throw row.fault(Lines.TEXT, "gives " + Row.shown(words[1]) + " a second name");
        }
    }

    /** The name behind a short name such as {@code vid12}. */
    public Optional<String> of(String shortName) {
        return Optional.ofNullable(names.get(shortName));
    }

    public int size() {
        return names.size();
    }
}
