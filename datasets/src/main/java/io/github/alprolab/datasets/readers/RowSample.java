package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The first rows of a file, from which its kind is told. */
record RowSample(List<Row> rows) {
    /** Enough to outvote odd rows, few enough to read at once. */
    static final int ROWS = 200;

    /** Reads them and closes the stream. */
    static RowSample of(Stream<Row> rows) {
        try (rows) {
            return new RowSample(rows.limit(ROWS).toList());
        }
    }

    /** Those of the columns that most rows have; a row that lacks one is a fault of that row. */
    List<String> columns(List<String> wanted) {
        return wanted.stream().filter(this::has).toList();
    }

    boolean has(String... columns) {
        for (String column : columns) {
            if (2 * rows.stream().filter(row -> row.has(column)).count() <= rows.size()) {
                return false;
            }
        }
        return true;
    }

    /** All columns of the first row. */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        rows.stream()
                .limit(1)
                .forEach(row -> row.fields().fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** The values of a column; those of lists one by one. */
    List<String> texts(String column) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values(column)) {
            if (value.isContainerNode()) {
                value.forEach(element -> texts.add(element.asText()));
            } else {
                texts.add(value.asText());
            }
        }
        return texts;
    }

    List<JsonNode> values(String column) {
        return rows.stream().map(row -> row.fields().path(column)).toList();
    }
}
