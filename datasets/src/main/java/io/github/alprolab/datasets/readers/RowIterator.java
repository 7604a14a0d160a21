package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVException;

/** Rows of a file one after another; turns what goes wrong into sentences about rows. */
abstract class RowIterator implements Iterator<Row>, AutoCloseable {
    private final String source;
    private Optional<Row> ahead = Optional.empty();
    private long last;
    private boolean ended;

    RowIterator(Path file) {
        this.source = file.toString();
    }

    /** The next row, or none at the end. */
    abstract Optional<Row> read() throws IOException;

    @Override
    public abstract void close() throws IOException;

    /** A row was read that is none of those given out, such as a header. */
    void passed(long row) {
        last = row;
    }

    String source() {
        return source;
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            ahead = advance();
            ended = ahead.isEmpty();
            ahead.ifPresent(row -> last = row.number());
        }
        return ahead.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException(source + " has no more rows");
        }
        Row row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }

    private Optional<Row> advance() {
        try {
            return read();
        } catch (UncheckedIOException e) {
            throw fault(e.getCause());
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private AnnotationException fault(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return fault("is not UTF-8; save it in that encoding", cause);
        }
        if (cause instanceof JsonProcessingException json) {
            return fault("is no valid json: " + JsonFault.inFile(json), cause);
        }
        if (cause instanceof CSVException) {
            return fault(
                    "has a quote that is not closed, or a text behind one that is; a quote inside a text is written twice",
                    cause);
        }
        return fault("cannot be read: " + cause.getMessage(), cause);
    }

    private AnnotationException fault(String cause, Exception e) {
        return new AnnotationException(source, "behind row " + last + " it " + cause, e);
    }

    /** As a stream, which closes the file when it is closed. */
    Stream<Row> stream() {
        Spliterator<Row> rows =
                Spliterators.spliteratorUnknownSize(
                        this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(rows, false).onClose(this::closeUnchecked);
    }

    private void closeUnchecked() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
