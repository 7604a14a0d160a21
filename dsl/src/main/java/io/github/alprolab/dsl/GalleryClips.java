package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.check.AdviceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The clips of a gallery as rows that any process can read, and how they are looked at. */
final class GalleryClips {
    private static final String ADVICE =
            "clips.save(\"my-clips\") writes them as files; Clips.folder(\"my-clips\") are those";

    private final Supplier<List<Pair>> pairs;
    private final int frames;
    private final int size;
    private final String code;
    private List<ClipRow> rows;

    private GalleryClips(Supplier<List<Pair>> pairs, int frames, int size, String code) {
        this.pairs = pairs;
        this.frames = frames;
        this.size = size;
        this.code = code;
    }

    /** All splits that are left. */
    static GalleryClips of(Pairs pairs) {
        return new GalleryClips(pairs::allGiven, pairs.frames(), pairs.size(), pairs.toString());
    }

    /** Seen as the first of them is. */
    static GalleryClips of(Clips clips) {
        if (clips.size() == 0) {
            throw new AdviceException(
                    "C50",
                    "There are no clips to make a gallery of.",
                    "Clips.folder(\"my-clips\")");
        }
        Clip first = clips.get(0);
        return new GalleryClips(
                () -> clips.list().stream().map(Clip::pair).toList(),
                first.count(),
                first.size(),
                "clips");
    }

    int frames() {
        return frames;
    }

    int size() {
        return size;
    }

    /**
     * One a clip, in order; asked for once.
     *
     * @throws AdviceException C50 for clips that lie in no file, and for two of one name
     */
    synchronized List<ClipRow> rows() {
        if (rows == null) {
            List<ClipRow> all = pairs.get().stream().map(GalleryClips::row).toList();
            requireDifferent(all);
            rows = all;
        }
        return rows;
    }

    /**
     * As a row.
     *
     * @throws AdviceException C50 for one that lies in no file
     */
    static ClipRow row(Pair pair) {
        return ClipRow.of(pair)
                .orElseThrow(
                        () ->
                                new AdviceException(
                                        "C50",
                                        "The clip %s lies in no file, so no other session would find it."
                                                .formatted(pair.id()),
                                        ADVICE));
    }

    private static void requireDifferent(List<ClipRow> all) {
        Map<String, ClipRow> seen = new HashMap<>();
        for (ClipRow row : all) {
            ClipRow other = seen.put(row.id(), row);
            if (other != null) {
                throw new AdviceException(
                        "C50",
                        "Two clips have the name “%s”: %s and %s."
                                .formatted(row.id(), other.file(), row.file()),
                        "A gallery of each, or other names in the annotations");
            }
        }
        if (all.isEmpty()) {
            throw new AdviceException(
                    "C50", "There are no clips to make a gallery of.", "pairs.describe()");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
