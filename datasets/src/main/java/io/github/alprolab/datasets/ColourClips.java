package io.github.alprolab.datasets;

import io.github.alprolab.datasets.file.Digest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Clips of one noisy colour each, named by their captions: a corpus without files or decoding that
 * a model learns in seconds. For trying out an experiment, for tests and for benchmarks. A value.
 */
public final class ColourClips implements PairDataset {
    private static final int LENGTH = 8;
    private static final List<String> COLOURS =
            List.of("red", "green", "blue", "black", "white", "yellow", "pink", "grey");
    private static final int[][] LEVELS = {
        {220, 30, 30}, {30, 200, 40}, {30, 40, 220}, {5, 5, 5},
        {250, 250, 250}, {230, 220, 30}, {240, 150, 190}, {128, 128, 128}
    };

    private final Map<Split, Integer> counts;

    private ColourClips(Map<Split, Integer> counts) {
        counts.forEach(
                (split, count) -> {
                    if (count < 0) {
                        throw new IllegalArgumentException(
                                "%d clips are asked for in %s; allowed is 0 or more."
                                        .formatted(count, split));
                    }
                });
        this.counts = new EnumMap<>(counts);
    }

    /** So many clips of {@value #LENGTH} frames with one caption each; the colours take turns. */
    public static ColourClips of(int train, int validation, int test) {
        return new ColourClips(
                Map.of(Split.TRAIN, train, Split.VALIDATION, validation, Split.TEST, test));
    }

    /** The words that captions differ in. */
    public static List<String> colours() {
        return COLOURS;
    }

    @Override
    public String name() {
        return "colours";
    }

    @Override
    public String hash() {
        return Digest.sha256().add(toString()).hex();
    }

    @Override
    public List<Pair> pairs(Split split) {
        return IntStream.range(0, counts.get(split)).mapToObj(i -> pair(split, i)).toList();
    }

    private static Pair pair(Split split, int place) {
        String id = split + "-" + place;
        int colour = place % COLOURS.size();
        return new Pair(
                id,
                split,
                new ColourClip(id, colour),
                List.of("a video of a " + COLOURS.get(colour) + " wall"),
                Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColourClips that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        // Digits as Java has them in every locale: this is code, and what the hash is made of.
        return "Datasets.colours("
                + counts.get(Split.TRAIN)
                + ", "
                + counts.get(Split.VALIDATION)
                + ", "
                + counts.get(Split.TEST)
                + ")";
    }

    private record ColourClip(String id, int colour) implements ClipSource {
        @Override
        public int frameCount() {
            return LENGTH;
        }

        @Override
        public double framesPerSecond() {
            return LENGTH;
        }

        @Override
        public Optional<String> fingerprint() {
            return Optional.of("colours " + id);
        }

        @Override
        public Frames frames(int[] indices, int size) {
            byte[] pixels = new byte[indices.length * size * size * 3];
            int frame = size * size * 3;
            for (int t = 0; t < indices.length; t++) {
                Random noise = new Random(31L * id.hashCode() + indices[t]);
                for (int i = 0; i < frame; i++) {
                    int level = LEVELS[colour][i % 3] + noise.nextInt(20) - 10;
                    pixels[t * frame + i] = (byte) Math.max(0, Math.min(255, level));
                }
            }
            return Frames.of(indices.length, size, size, pixels);
        }
    }
}
