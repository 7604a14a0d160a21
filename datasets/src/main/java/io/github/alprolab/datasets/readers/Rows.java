package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Rows of every kind of file as streams, which hold one row at a time and close their file. */
final class Rows {
    private Rows() {}

    /** A json object on every line. */
    static Stream<Row> jsonLines(Path file) {
        return lines(file).map(Rows::parsed);
    }

    private static Row parsed(Row line) {
        try {
            JsonNode fields = Json.MAPPER.readTree(line.text(Lines.TEXT));
            return new Row(line.source(), line.number(), fields);
        } catch (JsonProcessingException e) {
            throw new AnnotationException(
                    line.source(),
                    "row %d is no valid json: %s".formatted(line.number(), JsonFault.inLine(e)),
                    e);
        }
    }

    /** The lines of a text, without blank ones. */
    static Stream<Row> lines(Path file) {
        return open(file, () -> Lines.open(file));
    }

    /** The elements of a json list or object. */
    static Stream<Row> json(Path file) {
        return open(file, () -> JsonRows.open(file, Optional.empty()));
    }

    /** The elements of a list or object inside the outermost object. */
    static Stream<Row> json(Path file, String section) {
        return open(file, () -> JsonRows.open(file, Optional.of(section)));
    }

    /** The same, with the first elements of every list and object inside a row alone. */
    static Stream<Row> jsonSample(Path file) {
        return open(file, () -> JsonRows.sample(file));
    }

    static Stream<Row> csv(Path file) {
        return open(file, () -> DelimitedRows.csv(file));
    }

    /** Between tabs, with a first row of names. */
    static Stream<Row> tsv(Path file) {
        return tabs(file);
    }

    static Stream<Row> tabs(Path file, String... columns) {
        return open(file, () -> DelimitedRows.tabs(file, columns));
    }

    /** A table that is in memory already; cells are taken as they print. */
    static Stream<Row> table(Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(i -> new Row("table " + table.name(), i + 1L, fields(table, i)));
    }

    private static ObjectNode fields(Table table, int row) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Column<?> column : table.columns()) {
            if (!column.isMissing(row)) {
                fields.put(column.name(), column.getString(row));
            }
        }
        return fields;
    }

    private interface Opening {
        RowIterator open() throws IOException;
    }

    private static Stream<Row> open(Path file, Opening opening) {
        try {
            return opening.open().stream();
        } catch (IOException e) {
            throw new AnnotationException(file.toString(), "cannot be opened: " + e, e);
        }
    }
}
