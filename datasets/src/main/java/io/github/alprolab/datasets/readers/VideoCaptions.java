package io.github.alprolab.datasets.readers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What an annotation file says about one video: every caption file becomes rows of this shape.
 *
 * @param video its name; with or without the file's extension, as the annotations spell it
 * @param captions at least one sentence
 */
public record VideoCaptions(String video, List<String> captions) {
    public VideoCaptions {
        captions = List.copyOf(captions);
        if (captions.isEmpty()) {
            throw new IllegalArgumentException("video " + video + " needs at least one caption");
        }
    }

    /**
     * One of the captions at random, as the published reader of CC3M takes it; always the same for
     * the same seed and video.
     */
    public VideoCaptions one(long seed) {
        // The hash code of a text is fixed by the language, so machines agree.
        int index = new Random(seed * 31 + video.hashCode()).nextInt(captions.size());
        return new VideoCaptions(video, List.of(captions.get(index)));
    }

    /** All captions joined by spaces, as paragraph retrieval on DiDeMo takes them. */
    public VideoCaptions paragraph() {
        return new VideoCaptions(video, List.of(String.join(" ", captions)));
    }

    /**
     * The rows of each video as one, in the order of first mention. Holds all rows; closes the
     * stream.
     */
    public static List<VideoCaptions> grouped(Stream<VideoCaptions> rows) {
        Map<String, List<String>> videos = new LinkedHashMap<>();
        try (rows) {
            rows.forEach(
                    row ->
                            videos.computeIfAbsent(row.video, v -> new ArrayList<>())
                                    .addAll(row.captions));
        }
        return videos.entrySet().stream()
                .map(e -> new VideoCaptions(e.getKey(), e.getValue()))
                .toList();
    }
}
