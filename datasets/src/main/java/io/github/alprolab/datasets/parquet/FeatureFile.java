package io.github.alprolab.datasets.parquet;

import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Features of clips in Parquet: {@code id}, {@code file}, {@code offset}, {@code bytes}, {@code
 * caption}, {@code status} ({@code ok} or {@code failed}), {@code cause}, and {@code features}, a
 * list of float32. Not compressed: numbers that look random shrink by a few percent. Each page has
 * a checksum, which is compared when it is read.
 */
public final class FeatureFile {
    private static final String FEATURES = "features";
    private static final String ELEMENT = FEATURES + ".list.element";
    private static final int PAGE = 1 << 18;

    private FeatureFile() {}

    /**
     * Writes a file whole or not at all; what is there is replaced.
     *
     * @param about what the file says of itself, in the metadata of its end
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Map<String, String> about, List<EmbeddedClip> clips)
            throws IOException {
        AtomicFile.makeShared(
                file,
                unfinished -> {
                    try (ParquetWriter<EmbeddedClip> writer =
                            new FeatureRows.Builder(new LocalOutput(unfinished), about)
                                    .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                                    .withDictionaryEncoding(ELEMENT, false)
                                    .withPageSize(PAGE)
                                    .withPageWriteChecksumEnabled(true)
                                    .build()) {
                        for (EmbeddedClip clip : clips) {
                            writer.write(clip);
                        }
                    }
                });
    }

    /**
     * What a file says of itself.
     *
     * @throws IOException if it is not there, no Parquet, or cut off
     */
    public static Map<String, String> about(Path file) throws IOException {
        try (ParquetRows rows = ParquetRows.open(file)) {
            return rows.about();
        }
    }

    /**
     * All rows with their features.
     *
     * @throws IOException if it cannot be read, or a checksum tells that it was changed
     */
    public static List<EmbeddedClip> read(Path file) throws IOException {
        return read(file, FeatureRows.COLUMNS);
    }

    /**
     * All rows without features, which are not read: vectors are empty.
     *
     * @throws IOException as {@link #read}
     */
    public static List<EmbeddedClip> readRows(Path file) throws IOException {
        List<Type> some =
                FeatureRows.COLUMNS.getFields().stream()
                        .filter(f -> !f.getName().equals(FEATURES))
                        .toList();
        return read(file, new MessageType("rows", some));
    }

    private static List<EmbeddedClip> read(Path file, MessageType wanted) throws IOException {
        List<EmbeddedClip> all = new ArrayList<>();
        try (ParquetRows rows = ParquetRows.open(file)) {
            if (!rows.columns().equals(FeatureRows.COLUMNS)) {
                throw new IOException(file.getFileName() + " has other columns than features have");
            }
            rows.each(wanted, columns -> add(columns, wanted, all));
        }
        return all;
    }

    private static void add(
            ParquetRows.Columns columns, MessageType wanted, List<EmbeddedClip> all) {
        ColumnReader id = columns.column("id");
        ColumnReader file = columns.column("file");
        ColumnReader offset = columns.column("offset");
        ColumnReader bytes = columns.column("bytes");
        ColumnReader caption = columns.column("caption");
        ColumnReader cause = columns.column("cause");
        Optional<VectorReader> vectors =
                wanted.containsField(FEATURES)
                        ? Optional.of(new VectorReader(columns))
                        : Optional.empty();
        for (int row = 0; row < columns.rows(); row++) {
            ClipRow clip =
                    new ClipRow(text(id), text(file), number(offset), number(bytes), text(caption));
            float[] vector = vectors.map(VectorReader::next).orElseGet(() -> new float[0]);
            all.add(new EmbeddedClip(clip, vector, optional(cause)));
        }
    }

    static String text(ColumnReader column) {
        String value = column.getBinary().toStringUsingUTF8();
        column.consume();
        return value;
    }

    static Optional<String> optional(ColumnReader column) {
        if (column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel()) {
            return Optional.of(text(column));
        }
        column.consume();
        return Optional.empty();
    }

    private static long number(ColumnReader column) {
        long value = column.getLong();
        column.consume();
        return value;
    }

    /** Reads one list after the other. */
    private static final class VectorReader {
        private final ColumnReader column;
        private final int present;
        private float[] last = new float[256];

        VectorReader(ParquetRows.Columns columns) {
            this.column = columns.column(FEATURES, "list", "element");
            this.present = column.getDescriptor().getMaxDefinitionLevel();
        }

        float[] next() {
            int count = 0;
            do {
                if (column.getCurrentDefinitionLevel() == present) {
                    last = count < last.length ? last : Arrays.copyOf(last, 2 * count);
                    last[count++] = column.getFloat();
                }
                column.consume();
                // Behind the last value the level is 0 again.
            } while (column.getCurrentRepetitionLevel() > 0);
            return Arrays.copyOf(last, count);
        }
    }
}
