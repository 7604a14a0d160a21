package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.shard.ShardDone;
import io.github.alprolab.dsl.shard.ShardModel;
import io.github.alprolab.dsl.shard.ShardWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Clips of which a model makes a file of features. Those that cannot be read are rows with the
 * cause.
 *
 * @param model that embeds them
 * @param batch clips that are encoded at once
 * @param folder where the file goes
 * @param number of the shard, from 0
 * @param rows its clips
 */
record EmbeddedShard(ShardModel model, int batch, String folder, int number, List<ClipRow> rows)
        implements ShardWork {
    /** Changes when files of features are written in another way. */
    static final String FORMAT = "1";

    /** Under which a file says by which model it was made. */
    static final String MODEL = "alprolab.model";

    /** Keeps the rows that are there now, in a list that can be sent. */
    EmbeddedShard {
        rows = List.copyOf(rows);
    }

    @Override
    public EmbeddedShard modelAt(String elsewhere) {
        return new EmbeddedShard(model.at(elsewhere), batch, folder, number, rows);
    }

    @Override
    public int items() {
        return rows.size();
    }

    @Override
    public Path file() {
        return file(Path.of(folder), number);
    }

    /** The file of a shard in a gallery's folder. */
    static Path file(Path folder, int number) {
        return folder.resolve("shard-%05d.parquet".formatted(number));
    }

    @Override
    public Optional<ShardDone> finished() {
        return FinishedShard.of(this);
    }

    @Override
    public Optional<ShardDone> make(BooleanSupplier stop) {
        return new ShardEmbedding(this).make(stop);
    }

    /** T of a clip. */
    int frames() {
        return model.input().frames();
    }

    /** Edge of a frame in pixels. */
    int size() {
        return model.input().size();
    }

    /** What the file says of itself: by whom it was made, and of what. */
    Map<String, String> about() {
        // In one order: who makes a shard again, in whatever process, makes the same bytes.
        return new TreeMap<>(
                Map.of(
                        "alprolab.format",
                        FORMAT,
                        MODEL,
                        model.hash(),
                        "alprolab.clips",
                        "%d frames of %d pixels".formatted(frames(), size()),
                        "alprolab.shard",
                        Integer.toString(number),
                        "alprolab.data",
                        ClipRow.hash(rows)));
    }
}
