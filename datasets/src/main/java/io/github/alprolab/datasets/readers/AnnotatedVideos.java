package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.file.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Captions joined with the videos of a folder. A value: each edit returns a copy.
 *
 * <pre>{@code
 * AnnotatedVideos.of("mine", VideoFolder.of(Path.of("videos")))
 *         .split(Split.TEST, CaptionFiles.retrieval(Path.of("test.jsonl")));
 * }</pre>
 */
public final class AnnotatedVideos implements PairDataset {
    private final VideoAnnotations<VideoCaptions> captions;

    private AnnotatedVideos(VideoAnnotations<VideoCaptions> captions) {
        this.captions = captions;
    }

    /**
     * Without captions yet.
     *
     * @param name what reports call it
     */
    public static AnnotatedVideos of(String name, VideoFolder videos) {
        return new AnnotatedVideos(VideoAnnotations.none(name, videos, VideoCaptions::video));
    }

    /**
     * With the captions of a split in place of those it had. Rows of one video become one pair;
     * closes the stream.
     */
    public AnnotatedVideos split(Split split, Stream<VideoCaptions> rows) {
        return new AnnotatedVideos(captions.split(split, VideoCaptions.grouped(rows)));
    }

    /** With the call that a notebook reads it by, which {@link #toString} gives. */
    public AnnotatedVideos readBy(String call) {
        return new AnnotatedVideos(captions.readBy(call));
    }

    /**
     * Without captions whose video is not in the folder; {@link #missing} counts them. For
     * evaluation this changes what a published number means.
     */
    public AnnotatedVideos presentOnly() {
        return new AnnotatedVideos(captions.ofPresent());
    }

    @Override
    public String name() {
        return captions.name();
    }

    /**
     * Over the captions, and name and size of every video. Contents are not read: that would take
     * minutes for each opening of a large data set.
     */
    @Override
    public String hash() {
        Digest sum = Digest.sha256();
        for (Split split : Split.values()) {
            for (Pair pair : pairs(split)) {
                sum.add(split.name()).add(pair.id());
                pair.captions().forEach(sum::add);
                sum.add(Long.toString(FileClip.of(pair).bytes()));
            }
        }
        return sum.hex();
    }

    /**
     * The pairs of a split in the order of the annotations.
     *
     * @throws AnnotationException when a video is missing and {@link #presentOnly} was not chosen
     */
    @Override
    public List<Pair> pairs(Split split) {
        return captions.usable(split, "captions").stream()
                .flatMap(row -> pair(split, row).stream())
                .toList();
    }

    /** Videos of a split that the folder does not hold. */
    public List<String> missing(Split split) {
        return captions.missing(split);
    }

    /** What two splits have in common; a result on such data measures memory. */
    public List<SplitOverlap> overlaps() {
        List<Pair> all = new ArrayList<>();
        for (Split split : Split.values()) {
            captions.of(split).forEach(row -> pair(split, row).ifPresent(all::add));
        }
        return SplitOverlap.among(all);
    }

    private Optional<Pair> pair(Split split, VideoCaptions row) {
        return captions.videos()
                .find(row.video())
                .map(
                        file ->
                                new Pair(
                                        row.video(),
                                        split,
                                        new FileClip(row.video(), file),
                                        row.captions(),
                                        Optional.empty()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnnotatedVideos that && captions.equals(that.captions);
    }

    @Override
    public int hashCode() {
        return captions.hashCode();
    }

    /** The code of a notebook that reads it; without one what it is. */
    @Override
    public String toString() {
        return captions.written("AnnotatedVideos");
    }
}
