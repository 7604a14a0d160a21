package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.readers.AnnotationCounts;
import io.github.alprolab.datasets.readers.AnnotationException;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What annotation files hold, one row for each split inside each file. */
public final class AnnotationTable {
    private AnnotationTable() {}

    /** What one file is, or why it cannot be read. */
    private record Row(String file, String part, String holds, long rows, long videos, long texts) {
        static Stream<Row> of(Path file) {
            try {
                return AnnotationCounts.of(file).stream().map(Row::of);
            } catch (AnnotationException e) {
                return Stream.of(new Row(name(file), "", brief(file, e), 0, 0, 0));
            }
        }

        /** Without the file, and without what is said in brackets. */
        private static String brief(Path file, AnnotationException e) {
            String said = e.getMessage().replace("annotations " + file + ": ", "");
            int bracket = said.indexOf(" (");
            return bracket < 0 ? said : said.substring(0, bracket);
        }

        private static Row of(AnnotationCounts c) {
            return new Row(c.file(), c.part(), c.kind().title(), c.rows(), c.videos(), c.texts());
        }
    }

    /** Of a file, or of the files in a folder. */
    public static DataTable of(Path place) {
        List<Row> rows = files(place).stream().flatMap(Row::of).toList();
        return DataTable.of("Annotations · " + name(place))
                .text("file", each(rows, Row::file))
                .text("split", each(rows, Row::part))
                .text("holds", each(rows, Row::holds))
                .whole("rows", counts(rows, Row::rows))
                .whole("videos", counts(rows, Row::videos))
                .whole("texts", counts(rows, Row::texts));
    }

    private static List<Path> files(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try {
            List<Path> files = AnnotationCounts.files(place);
            if (!files.isEmpty()) {
                return files;
            }
        } catch (IOException e) {
            throw none(place, e.toString());
        }
        throw none(place, "it holds no csv, tsv, txt, json or jsonl");
    }

    private static AdviceException none(Path place, String why) {
        return new AdviceException(
                "C10",
                "No annotations are found in %s: %s.".formatted(place, why),
                "Datasets.annotations(Path.of(\"data/msrvtt/txt\"))");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<String> each(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).toList();
    }

    private static List<Long> counts(List<Row> rows, ToLongFunction<Row> column) {
        return rows.stream().map(column::applyAsLong).toList();
    }
}
