package io.github.alprolab.datasets.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Columns of text of a flat Parquet file that anybody wrote. */
public final class TextColumns {
    private static final long MOST_ROWS = 100_000_000;

    private TextColumns() {}

    /**
     * The names of the columns that hold texts, one a row, as the file spells them.
     *
     * @throws IOException if it is not there, no Parquet, or cut off
     */
    public static List<String> names(Path file) throws IOException {
        try (ParquetRows rows = ParquetRows.open(file)) {
            return rows.columns().getFields().stream()
                    .filter(TextColumns::isText)
                    .map(Type::getName)
                    .toList();
        }
    }

    private static boolean isText(Type column) {
        return column.isPrimitive()
                && !column.isRepetition(Type.Repetition.REPEATED)
                && column.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    /**
     * The rows of some columns, each in the order in which the columns are given; none where a
     * value is missing.
     *
     * @param columns of {@link #names}
     * @throws IOException if it cannot be read
     */
    public static List<List<Optional<String>>> rows(Path file, List<String> columns)
            throws IOException {
        List<List<Optional<String>>> all = new ArrayList<>();
        try (ParquetRows rows = ParquetRows.open(file)) {
            if (rows.count() > MOST_ROWS) {
                throw new IOException(
                        "%s has %,d rows; at most %,d are read"
                                .formatted(file.getFileName(), rows.count(), MOST_ROWS));
            }
            List<Type> wanted = columns.stream().map(rows.columns()::getType).toList();
            rows.each(new MessageType("texts", wanted), group -> all.addAll(texts(group, columns)));
        }
        return all;
    }

    private static List<List<Optional<String>>> texts(
            ParquetRows.Columns group, List<String> columns) {
        List<ColumnReader> readers = columns.stream().map(group::column).toList();
        List<List<Optional<String>>> rows = new ArrayList<>();
        for (int row = 0; row < group.rows(); row++) {
            rows.add(readers.stream().map(FeatureFile::optional).toList());
        }
        return rows;
    }
}
