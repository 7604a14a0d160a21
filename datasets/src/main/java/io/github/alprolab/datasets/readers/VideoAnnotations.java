package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Split;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What annotations say of the videos in a folder, whatever that is: captions or questions. Each
 * edit returns a copy.
 *
 * @param name what reports call it
 * @param rows in the order of the annotations
 * @param videoOf the video that a row is about
 * @param presentOnly whether rows without their video are left out
 * @param code the call that read it; empty where it was put together by hand
 */
record VideoAnnotations<R>(
        String name,
        VideoFolder videos,
        Map<Split, List<R>> rows,
        Function<R, String> videoOf,
        boolean presentOnly,
        String code) {
    VideoAnnotations {
        rows = Map.copyOf(rows);
    }

    static <R> VideoAnnotations<R> none(
            String name, VideoFolder videos, Function<R, String> videoOf) {
        return new VideoAnnotations<>(name, videos, Map.of(), videoOf, false, "");
    }

    /** With the rows of a split in place of those it had; no call reads that. */
    VideoAnnotations<R> split(Split split, List<R> some) {
        Map<Split, List<R>> changed = new EnumMap<>(Split.class);
        changed.putAll(rows);
        changed.put(split, some);
        return new VideoAnnotations<>(name, videos, changed, videoOf, presentOnly, "");
    }

    VideoAnnotations<R> readBy(String call) {
        return new VideoAnnotations<>(name, videos, rows, videoOf, presentOnly, call);
    }

    /** Without rows whose video is not in the folder. */
    VideoAnnotations<R> ofPresent() {
        return new VideoAnnotations<>(name, videos, rows, videoOf, true, code);
    }

    List<R> of(Split split) {
        return rows.getOrDefault(split, List.of());
    }

    /** Videos of a split that the folder does not hold, each once. */
    List<String> missing(Split split) {
        return videos(split).stream().filter(video -> videos.find(video).isEmpty()).toList();
    }

    private List<String> videos(Split split) {
        return of(split).stream().map(videoOf).distinct().toList();
    }

    /**
     * The rows of a split, to be used: those without their video have to be left out.
     *
     * @param texts what the annotations are, such as captions
     * @throws AnnotationException when a video is missing and that was not allowed
     */
    List<R> usable(Split split, String texts) {
        List<String> missing = missing(split);
        if (!missing.isEmpty() && !presentOnly) {
            throw MissingVideos.refused(
                    name, videos.folder(), split, missing, videos(split).size(), texts, code);
        }
        return of(split);
    }

    /** The call does not count: the same data may be read by another one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof VideoAnnotations<?> that
                && name.equals(that.name)
                && videos.folder().equals(that.videos.folder())
                && rows.equals(that.rows)
                && presentOnly == that.presentOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, videos.folder(), rows.keySet(), presentOnly);
    }

    /**
     * The code of a notebook that reads it; without one what it is.
     *
     * @param type its name for that case
     */
    String written(String type) {
        return code.isEmpty()
                ? type + "[" + name + ", " + videos.folder() + "]"
                : code + (presentOnly ? ".presentOnly()" : "");
    }
}
