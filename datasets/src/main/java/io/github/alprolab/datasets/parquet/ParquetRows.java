package io.github.alprolab.datasets.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/**
 * A file whose columns are read one after the other, a group of rows at a time. Whatever a damaged
 * or hostile file makes the library throw is told as a file that cannot be read.
 */
final class ParquetRows implements AutoCloseable {
    private final Path file;
    private final ParquetFileReader reader;

    private ParquetRows(Path file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** What is asked of a group of rows. */
    interface Asked {
        void group(Columns columns) throws IOException;
    }

    /** The columns of a group of rows. */
    interface Columns {
        /** How many rows the group has. */
        int rows();

        /** A reader before the first value of a column, given by its path. */
        ColumnReader column(String... path);
    }

    static ParquetRows open(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder().usePageChecksumVerification(true).build();
        try {
            return new ParquetRows(file, ParquetFileReader.open(new LocalInput(file), options));
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    MessageType columns() {
        return reader.getFileMetaData().getSchema();
    }

    Map<String, String> about() {
        return reader.getFileMetaData().getKeyValueMetaData();
    }

    long count() {
        return reader.getRecordCount();
    }

    /** Asks every group in turn, of these columns alone. */
    void each(MessageType wanted, Asked asked) throws IOException {
        try {
            reader.setRequestedSchema(wanted);
            for (PageReadStore pages = reader.readNextRowGroup();
                    pages != null;
                    pages = reader.readNextRowGroup()) {
                asked.group(columns(pages, wanted));
            }
        } catch (RuntimeException | LinkageError e) {
            throw damaged(file, e);
        }
    }

    private Columns columns(PageReadStore pages, MessageType wanted) {
        String writer = reader.getFileMetaData().getCreatedBy();
        ColumnReadStoreImpl store =
                new ColumnReadStoreImpl(pages, new Nothing(wanted), wanted, writer);
        return new Columns() {
            @Override
            public int rows() {
                return Math.toIntExact(pages.getRowCount());
            }

            @Override
            public ColumnReader column(String... path) {
                return store.getColumnReader(wanted.getColumnDescription(path));
            }
        };
    }

    private static IOException damaged(Path file, Throwable cause) {
        String why =
                cause instanceof LinkageError
                        ? "it is compressed in a way that is not read here; write it with Snappy, LZ4 or without: "
                                + cause
                        : cause.toString();
        return new IOException(
                "%s cannot be read as Parquet (%s)".formatted(file.getFileName(), why), cause);
    }

    /** The library wants to know whom to tell of values; columns are read without it. */
    private static final class Nothing extends GroupConverter {
        private final List<Converter> children;

        Nothing(org.apache.parquet.schema.GroupType type) {
            this.children =
                    type.getFields().stream()
                            .map(
                                    f ->
                                            f.isPrimitive()
                                                    ? new PrimitiveConverter() {}
                                                    : new Nothing(f.asGroupType()))
                            .map(Converter.class::cast)
                            .toList();
        }

        @Override
        public Converter getConverter(int index) {
            return children.get(index);
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
