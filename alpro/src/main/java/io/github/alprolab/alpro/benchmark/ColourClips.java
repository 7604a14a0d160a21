package io.github.alprolab.alpro.benchmark;

import io.github.alprolab.datasets.Clip;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Clips of one noisy colour each, named by their captions: a corpus without files or decoding that
 * a model learns in seconds.
 */
public final class ColourClips {
    private static final List<String> COLOURS =
            List.of("red", "green", "blue", "black", "white", "yellow", "pink", "grey");
    private static final int[][] LEVELS = {
        {220, 30, 30}, {30, 200, 40}, {30, 40, 220}, {5, 5, 5},
        {250, 250, 250}, {230, 220, 30}, {240, 150, 190}, {128, 128, 128}
    };

    private ColourClips() {}

    /** {@code count} clips of 8 frames with one caption each; the colours take turns. */
    public static List<Pair> pairs(int count, Split split) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> {
                            String id = split + "-" + i;
                            int colour = i % COLOURS.size();
                            return new Pair(
                                    id,
                                    split,
                                    new ColourClip(id, colour),
                                    List.of("a video of a " + COLOURS.get(colour) + " wall"),
                                    Optional.empty());
                        })
                .toList();
    }

    /** The words that captions differ in. */
    public static List<String> colours() {
        return COLOURS;
    }

    private record ColourClip(String id, int colour) implements Clip {
        @Override
        public int frameCount() {
            return 8;
        }

        @Override
        public double framesPerSecond() {
            return 8;
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
