package io.github.alprolab.datasets.readers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of videos by the short names that question files use; read from {@code name vidN} lines, or
 * from a json object of names by short names.
 */
public final class VideoNames {
    private final Map<String, String> names;

    private VideoNames(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * Reads MSVD's mapping, or a json such as NExT-QA's map.
     *
     * @throws AnnotationException at a line that is not two words, or a short name given twice
     */
    public static VideoNames read(Path mapping) {
        Map<String, String> names = new HashMap<>();
        boolean json = mapping.toString().endsWith(".json");
        try (Stream<Row> rows = json ? Rows.json(mapping) : Rows.lines(mapping)) {
            rows.forEach(row -> add(row, json ? entry(row) : words(row), names));
        }
        return new VideoNames(names);
    }

    /** Name and short name. */
    private static String[] entry(Row row) {
        return new String[] {row.text(JsonRows.VALUE), row.text(JsonRows.KEY)};
    }

    private static String[] words(Row row) {
        String[] words = row.text(Lines.TEXT).strip().split("\\s+");
        if (words.length != 2) {
            throw row.fault(
                    Lines.TEXT,
                    "has %d words; a name, a space and a short name are needed"
                            .formatted(words.length));
        }
        return words;
    }

    private static void add(Row row, String[] words, Map<String, String> names) {
        if (names.put(words[1], words[0]) != null) {
            throw row.fault(
                    row.either(Lines.TEXT, JsonRows.KEY),
                    "gives " + Row.shown(words[1]) + " a second name");
        }
    }

    /** The name behind a short name such as {@code vid12}. */
    public Optional<String> of(String shortName) {
        return Optional.ofNullable(names.get(shortName));
    }

    /** Number of short names. */
    public int size() {
        return names.size();
    }
}
