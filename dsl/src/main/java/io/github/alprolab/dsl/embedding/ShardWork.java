package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.parquet.ClipRow;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The work of one shard: clips of which a model makes a file of features. Numbers and texts alone,
 * so that another process can do it.
 *
 * @param checkpoint file of the model
 * @param heads attention heads of each block; 0 where the file says it
 * @param model hash of its weights, which are compared when it is opened
 * @param frames T of a clip
 * @param size edge of a frame in pixels
 * @param batch clips that are encoded at once
 * @param folder where the file goes
 * @param number of the shard, from 0
 * @param rows its clips
 */
public record ShardWork(
        String checkpoint,
        int heads,
        String model,
        int frames,
        int size,
        int batch,
        String folder,
        int number,
        List<ClipRow> rows)
        implements Serializable {
    /** Changes when files of features are written in another way. */
    static final String FORMAT = "1";

    /** Under which a file says by which model it was made. */
    static final String MODEL = "alprolab.model";

    /** Keeps the rows that are there now, in a list that can be sent. */
    public ShardWork {
        rows = List.copyOf(rows);
    }

    /** The same work where the file of the model lies elsewhere. */
    public ShardWork checkpoint(String elsewhere) {
        return new ShardWork(elsewhere, heads, model, frames, size, batch, folder, number, rows);
    }

    /** The file that it makes. */
    public Path file() {
        return file(Path.of(folder), number);
    }

    /** The file of a shard in a gallery's folder. */
    static Path file(Path folder, int number) {
        return folder.resolve("shard-%05d.parquet".formatted(number));
    }

    /** What the file says of itself: by whom it was made, and of what. */
    Map<String, String> about() {
        // In one order: who makes a shard again, in whatever process, makes the same bytes.
        return new TreeMap<>(
                Map.of(
                        "alprolab.format",
                        FORMAT,
                        MODEL,
                        model,
                        "alprolab.clips",
                        "%d frames of %d pixels".formatted(frames, size),
                        "alprolab.shard",
                        Integer.toString(number),
                        "alprolab.data",
                        hash(rows)));
    }

    /** Hex SHA-256 of names, places, lengths and captions; the videos are not read. */
    public static String hash(List<ClipRow> rows) {
        Digest sum = Digest.sha256();
        for (ClipRow row : rows) {
            sum.add(row.id()).add(row.file()).add(row.offset() + " " + row.bytes());
            sum.add(row.caption());
        }
        return sum.hex();
    }
}
