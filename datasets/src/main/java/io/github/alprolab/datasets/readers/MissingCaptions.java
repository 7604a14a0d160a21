package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Refuses rows whose caption is missing: empty, made of spaces that nobody sees, null, or the
 * {@code nan} that pandas writes. The first is named, and how many there are.
 */
final class MissingCaptions implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Function<Row, String> column;

    private MissingCaptions(Iterator<Row> rows, Function<Row, String> column) {
        this.rows = rows;
        this.column = column;
    }

    /**
     * The same rows; the first without a caption has the others counted, which reads to the end.
     *
     * @param column tells which column a row's caption is in
     */
    static Stream<Row> refused(Stream<Row> rows, Function<Row, String> column) {
        Spliterator<Row> kept =
                Spliterators.spliteratorUnknownSize(
                        new MissingCaptions(rows.iterator(), column),
                        Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(kept, false).onClose(rows::close);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Row next() {
        Row row = rows.next();
        missing(row)
                .ifPresent(
                        value -> {
                            throw fault(row, value);
                        });
        return row;
    }

    /** The text of a row's caption that says nothing; of several the first. */
    private Optional<String> missing(Row row) {
        JsonNode value = row.fields().path(column.apply(row));
        Stream<JsonNode> all =
                value.isArray()
                        ? StreamSupport.stream(value.spliterator(), false)
                        : Stream.of(value);
        return all.filter(MissingCaptions::isMissing).map(JsonNode::asText).findFirst();
    }

    private static boolean isMissing(JsonNode value) {
        boolean text = value.isTextual() || value.isNumber();
        return value.isNull() || text && Shapes.isMissing(value.asText());
    }

    private AnnotationException fault(Row row, String value) {
        long all = 1 + others();
        String others =
                all == 1 ? "" : ". It is the first of %,d rows without a caption".formatted(all);
        return row.fault(column.apply(row), Row.empty(value) + others);
    }

    private long others() {
        long missing = 0;
        try {
            while (rows.hasNext()) {
                missing += missing(rows.next()).isPresent() ? 1 : 0;
            }
        } catch (AnnotationException e) {
            // Another fault further down is told of when this one is mended.
        }
        return missing;
    }
}
