package io.github.alprolab.datasets.parquet;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.readers.AnnotationException;
import io.github.alprolab.datasets.readers.FileClip;
import io.github.alprolab.datasets.readers.TrainPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Videos that a Parquet file lists by their paths, with captions where there is such a column. A
 * path that is not absolute begins at the folder of the list. All pairs are TRAIN, in the order of
 * the rows. Files that are missing are told when they are read.
 */
public final class ListedClips implements PairDataset {
    private static final List<String> PATHS =
            List.of("path", "file", "file_path", "video", "video_path", "clip", "filename");
    private static final List<String> TEXTS = List.of("caption", "text", "sentence", "captions");
    private static final List<String> NAMES = List.of("id", "clip_id", "video_id", "key");

    private final Path list;
    private final String code;
    private final TrainPairs pairs = new TrainPairs(this::read);

    private ListedClips(Path list, String code) {
        this.list = list;
        this.code = code;
    }

    /**
     * Of a Parquet file with a column of paths ({@code path}, {@code file}, {@code video}, …), and
     * perhaps one of captions ({@code caption}, {@code text}, …) and of names ({@code id}, …).
     */
    public static ListedClips of(Path list) {
        return new ListedClips(list, "ListedClips[" + list + "]");
    }

    /** With the call that a notebook reads it by, which {@link #toString} gives. */
    public ListedClips readBy(String call) {
        return new ListedClips(list, call);
    }

    @Override
    public String name() {
        return list.getFileName().toString();
    }

    /** Over names, paths and captions. */
    @Override
    public String hash() {
        Digest sum = Digest.sha256();
        for (Pair pair : pairs(Split.TRAIN)) {
            sum.add(pair.id()).add(((FileClip) pair.clip()).file().toString());
            pair.captions().forEach(sum::add);
        }
        return sum.hex();
    }

    /**
     * The pairs of TRAIN; other splits have none.
     *
     * @throws AnnotationException when the file cannot be read, or has no column of paths
     */
    @Override
    public List<Pair> pairs(Split split) {
        return pairs.of(split);
    }

    private List<Pair> read() {
        try {
            List<String> columns = TextColumns.names(list);
            String path =
                    among(columns, PATHS)
                            .orElseThrow(
                                    () ->
                                            new AnnotationException(
                                                    list.toString(),
                                                    "has the columns of text %s, and none of paths; name it one of %s"
                                                            .formatted(columns, PATHS)));
            List<String> wanted = new ArrayList<>(List.of(path));
            Optional<String> text = among(columns, TEXTS);
            Optional<String> name = among(columns, NAMES);
            text.ifPresent(wanted::add);
            name.ifPresent(wanted::add);
            List<Pair> all = new ArrayList<>();
            for (List<Optional<String>> row : TextColumns.rows(list, wanted)) {
                all.add(
                        pair(
                                row.get(0),
                                text.flatMap(t -> row.get(1)),
                                name.flatMap(n -> row.get(row.size() - 1)),
                                all.size() + 1));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new AnnotationException(list.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<String> among(List<String> columns, List<String> known) {
        return known.stream()
                .flatMap(k -> columns.stream().filter(c -> c.toLowerCase(Locale.ROOT).equals(k)))
                .findFirst();
    }

    private Pair pair(
            Optional<String> path, Optional<String> text, Optional<String> name, long row) {
        String given =
                path.filter(p -> !p.isBlank())
                        .orElseThrow(
                                () ->
                                        new AnnotationException(
                                                list.toString(),
                                                "row %d has no path; leave it out".formatted(row)));
        Path file = list.toAbsolutePath().resolveSibling(given).normalize();
        String id = name.filter(n -> !n.isBlank()).orElse(given);
        String caption = text.filter(t -> !t.isBlank()).orElse(id);
        return new Pair(
                id, Split.TRAIN, new FileClip(id, file), List.of(caption), Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListedClips that && list.equals(that.list);
    }

    @Override
    public int hashCode() {
        return Objects.hash(list);
    }

    @Override
    public String toString() {
        return code;
    }
}
