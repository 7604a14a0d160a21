package io.github.alprolab.datasets.readers;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Lists of the videos of a split. */
public final class VideoLists {
    private static final String COLUMN = "video_id";

    private VideoLists() {}

    /**
     * Reads a csv with a column {@code video_id} or a text with one name a line.
     *
     * @return the names in the order of the file
     * @throws AnnotationException at a name that occurs twice
     */
    public static Set<String> read(Path list) {
        boolean csv = list.toString().endsWith(".csv");
        String column = csv ? COLUMN : Lines.TEXT;
        Set<String> names = new LinkedHashSet<>();
        try (Stream<Row> rows = csv ? Rows.csv(list) : Rows.lines(list)) {
            rows.forEach(row -> add(row, column, names));
        }
        return names;
    }

    private static void add(Row row, String column, Set<String> names) {
        String name = row.text(column).strip();
        if (!names.add(name)) {
            throw row.fault(column, Row.shown(name) + " is listed a second time; remove one");
        }
    }
}
