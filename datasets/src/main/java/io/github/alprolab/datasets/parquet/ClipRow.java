package io.github.alprolab.datasets.parquet;

import io.github.alprolab.datasets.ClipPlace;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.readers.FileClip;
import io.github.alprolab.datasets.readers.TarClip;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A clip as a row of numbers and texts: what another process, or another machine with the same
 * files, needs to read it.
 *
 * @param id unique among the rows
 * @param file the video, or the tar that holds it, by its absolute path
 * @param offset of the first byte in a tar; 0 for a file that is the video
 * @param bytes of the video; 0 for a file that is not there
 * @param caption first of the clip's; its id where nobody wrote one
 */
public record ClipRow(String id, String file, long offset, long bytes, String caption)
        implements Serializable {
    /** Of a clip that lies in a file; none for one that is drawn in memory. */
    public static Optional<ClipRow> of(Pair pair) {
        return pair.clip()
                .place()
                .map(
                        place ->
                                new ClipRow(
                                        pair.id(),
                                        place.file().toAbsolutePath().normalize().toString(),
                                        place.offset(),
                                        place.whole() ? length(place.file()) : place.bytes(),
                                        pair.captions().get(0)));
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

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Reading it, which follows, tells what is wrong with it.
            return 0;
        }
    }

    /** The clip; nothing is opened. */
    public Pair pair() {
        Path place = Path.of(file);
        ClipSource clip =
                offset == 0
                        ? new FileClip(id, place)
                        : new TarClip(id, new ClipPlace(place, offset, bytes));
        return new Pair(id, Split.TEST, clip, List.of(caption), Optional.empty());
    }
}
