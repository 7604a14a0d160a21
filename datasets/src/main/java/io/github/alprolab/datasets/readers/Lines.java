package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a text, without blank ones, as rows of the one column {@link #TEXT}. */
final class Lines extends RowIterator {
    static final String TEXT = "text";

    private final RowReader lines;
    private long number;

    private Lines(Path file, Reader reader) {
        super(file);
        this.lines = new RowReader(reader);
    }

    static Lines open(Path file) throws IOException {
        return new Lines(file, TextFile.reader(file));
    }

    @Override
    Optional<Row> read() throws IOException {
        for (Optional<String> line = lines.line(); line.isPresent(); line = lines.line()) {
            number++;
            if (!line.get().isBlank()) {
                return Optional.of(
                        new Row(
                                source(),
                                number,
                                JsonNodeFactory.instance.objectNode().put(TEXT, line.get())));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
