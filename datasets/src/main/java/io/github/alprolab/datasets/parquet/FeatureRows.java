package io.github.alprolab.datasets.parquet;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The columns of a file of features, and how a row is written into them. */
final class FeatureRows extends WriteSupport<EmbeddedClip> {
    static final MessageType COLUMNS =
            MessageTypeParser.parseMessageType(
                    """
                    message features {
                      required binary id (STRING);
                      required binary file (STRING);
                      required int64 offset;
                      required int64 bytes;
                      required binary caption (STRING);
                      required binary status (STRING);
                      optional binary cause (STRING);
                      optional group features (LIST) {
                        repeated group list {
                          required float element;
                        }
                      }
                    }
                    """);

    static final String READ = "ok";
    static final String FAILED = "failed";

    private final Map<String, String> about;
    private RecordConsumer to;

    private FeatureRows(Map<String, String> about) {
        this.about = about;
    }

    /** Writes rows under what the file says of itself. */
    static final class Builder extends ParquetWriter.Builder<EmbeddedClip, Builder> {
        private final Map<String, String> about;

        Builder(OutputFile file, Map<String, String> about) {
            super(file);
            this.about = about;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the successor is not in the version that Spark 3.5 has
        protected WriteSupport<EmbeddedClip> getWriteSupport(Configuration configuration) {
            return new FeatureRows(about);
        }
    }

    @Override
    @SuppressWarnings("deprecation") // as above
    public WriteContext init(Configuration configuration) {
        return new WriteContext(COLUMNS, about);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        this.to = consumer;
    }

    @Override
    public void write(EmbeddedClip clip) {
        to.startMessage();
        text(0, clip.row().id());
        text(1, clip.row().file());
        number(2, clip.row().offset());
        number(3, clip.row().bytes());
        text(4, clip.row().caption());
        text(5, clip.read() ? READ : FAILED);
        clip.cause().ifPresent(cause -> text(6, cause));
        if (clip.read()) {
            list(7, clip.vector());
        }
        to.endMessage();
    }

    private void text(int column, String value) {
        field(column, () -> to.addBinary(Binary.fromString(value)));
    }

    private void number(int column, long value) {
        field(column, () -> to.addLong(value));
    }

    private void list(int column, float[] values) {
        field(
                column,
                () -> {
                    to.startGroup();
                    to.startField("list", 0);
                    for (float value : values) {
                        to.startGroup();
                        to.startField("element", 0);
                        to.addFloat(value);
                        to.endField("element", 0);
                        to.endGroup();
                    }
                    to.endField("list", 0);
                    to.endGroup();
                });
    }

    private void field(int column, Runnable value) {
        String name = COLUMNS.getFieldName(column);
        to.startField(name, column);
        value.run();
        to.endField(name, column);
    }
}
