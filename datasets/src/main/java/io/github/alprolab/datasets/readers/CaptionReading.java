package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Split;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects splits; lists the videos only when there is a split to list them for. */
final class CaptionReading {
    private final String name;
    private final DatasetFolder folder;
    private AnnotatedVideos videos;

    /**
     * Without a split yet.
     *
     * @param name what reports call the data set
     */
    CaptionReading(String name, DatasetFolder folder) {
        this.name = name;
        this.folder = folder;
    }

    /** The published lines of each split, where there are some. */
    static Optional<AnnotatedVideos> published(String name, DatasetFolder folder) {
        return splits(name, folder, "%s.jsonl", CaptionFiles::retrieval);
    }

    /** One file a split, with or without the name of the data set in front. */
    static Optional<AnnotatedVideos> splits(
            String name,
            DatasetFolder folder,
            String file,
            Function<Path, Stream<VideoCaptions>> reader) {
        return splits(name, folder, reader, file, name.toLowerCase(Locale.ROOT) + "_" + file);
    }

    /** One file a split. */
    static Optional<AnnotatedVideos> splits(
            String name,
            DatasetFolder folder,
            Function<Path, Stream<VideoCaptions>> reader,
            String... spellings) {
        CaptionReading reading = new CaptionReading(name, folder);
        SplitNames.each(
                folder, (split, file) -> reading.split(split, reader.apply(file)), spellings);
        return reading.done();
    }

    void split(Split split, Stream<VideoCaptions> rows) {
        videos =
                (videos == null ? AnnotatedVideos.of(name, folder.videos()) : videos)
                        .split(split, rows);
    }

    /** The rows of the listed videos; every one of them has some. */
    void split(Split split, Path list, Stream<VideoCaptions> rows) {
        split(split, list, rows, UnaryOperator.identity());
    }

    /** The same, where the list says more than the name of a video. */
    void split(Split split, Path list, Stream<VideoCaptions> rows, UnaryOperator<String> video) {
        Set<String> listed =
                VideoLists.read(list).stream()
                        .map(video)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        List<VideoCaptions> found =
                VideoCaptions.grouped(rows.filter(row -> listed.contains(row.video())));
        found.forEach(row -> listed.remove(row.video()));
        if (!listed.isEmpty()) {
            throw new AnnotationException(
                    list.toString(),
                    "lists %d videos without a caption, first: \"%s\"; give list and captions of the same release"
                            .formatted(listed.size(), listed.iterator().next()));
        }
        split(split, found.stream());
    }

    Optional<AnnotatedVideos> done() {
        return Optional.ofNullable(videos);
    }
}
