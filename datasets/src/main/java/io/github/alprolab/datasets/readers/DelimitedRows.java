package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a csv or of a text with tabs, read one at a time. */
final class DelimitedRows extends RowIterator {
    private static final CSVFormat COMMAS =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    /** Quotes are letters there: captions hold single ones. */
    private static final CSVFormat TABS =
            CSVFormat.TDF.builder().setQuote(null).setIgnoreEmptyLines(true).get();

    private final RowReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> columns;
    private long lines;

    private DelimitedRows(Path file, CSVFormat format, List<String> columns) throws IOException {
        super(file);
        this.reader = new RowReader(TextFile.reader(file));
        this.parser = CSVParser.builder().setReader(reader).setFormat(format).get();
        this.records = parser.iterator();
        this.columns = columns;
    }

    /**
     * Separated by commas, or by tabs where the first row has those and no comma, as some files
     * called csv have; the first row names the columns.
     */
    static DelimitedRows csv(Path file) throws IOException {
        return new DelimitedRows(file, isTabbed(file) ? TABS : COMMAS, List.of());
    }

    private static boolean isTabbed(Path file) throws IOException {
        boolean tabs = false;
        try (InputStream bytes = TextFile.open(file)) {
            for (int c = bytes.read(); c >= 0 && c != '\n'; c = bytes.read()) {
                if (c == ',') {
                    return false;
                }
                tabs |= c == '\t';
            }
        }
        return tabs;
    }

    /** Separated by tabs; the first row names the columns unless they are given. */
    static DelimitedRows tabs(Path file, String... columns) throws IOException {
        return new DelimitedRows(file, TABS, List.of(columns));
    }

    @Override
    Optional<Row> read() throws IOException {
        if (columns.isEmpty()) {
            columns = header();
        }
        return nextRecord().map(record -> new Row(source(), lines, fields(record)));
    }

    private Optional<CSVRecord> nextRecord() {
        reader.rowEnds();
        // A row may span lines; it is counted where it begins.
        lines = parser.getCurrentLineNumber() + 1;
        return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    }

    private List<String> header() {
        List<String> names = nextRecord().map(CSVRecord::toList).orElse(List.of());
        names = names.stream().map(String::strip).toList();
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new AnnotationException(
                    source(), "row 1 must name every column once, found " + names);
        }
        passed(lines);
        return names;
    }

    private ObjectNode fields(CSVRecord record) {
        if (record.size() != columns.size()) {
            throw new AnnotationException(
                    source(),
                    "row %d has %d columns; %d are needed: %s. A comma or quote inside a text needs quotes around it"
                            .formatted(lines, record.size(), columns.size(), columns));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            fields.put(columns.get(i), record.get(i));
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
