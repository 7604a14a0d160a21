package io.github.alprolab.bench.data;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.datasets.video.VideoClip;
import io.github.alprolab.datasets.video.VideoIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What it takes to learn how many pictures some videos have: by decoding each, by an index that
 * does not know them yet, and by one that another process has filled.
 */
public final class SurveyBenchmark {
    private static final int CLIPS = 200;
    private static final int SIZE = 224;
    private static final int ROUNDS = 3;

    private SurveyBenchmark() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("survey-benchmark");
        try {
            List<Path> files = videos(folder.resolve("videos"));
            System.out.printf(
                    "%d videos of %d pixels, %d cores, best of %d rounds after one to warm up%n",
                    CLIPS, SIZE, Runtime.getRuntime().availableProcessors(), ROUNDS);
            print("decoded one by one", round -> files.forEach(VideoClip::open));
            print(
                    "index filled on all cores",
                    round -> {
                        VideoIndex index = VideoIndex.in(folder.resolve("index" + round));
                        files.parallelStream().forEach(index::open);
                    });
            print(
                    "index of another process",
                    round -> {
                        VideoIndex index = VideoIndex.in(folder.resolve("index0"));
                        files.forEach(index::open);
                    });
        } finally {
            remove(folder);
        }
    }

    private static List<Path> videos(Path folder) {
        return MovingSprites.corpus()
                .size(SIZE)
                .clips(Split.TRAIN, CLIPS)
                .clips(Split.VALIDATION, 0)
                .clips(Split.TEST, 0)
                .cache(folder)
                .pairs(Split.TRAIN)
                .stream()
                .map(Pair::clip)
                .map(clip -> ((VideoClip) clip).file())
                .toList();
    }

    private static void print(String name, Consumer<Integer> work) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            work.accept(round);
            best = round == 0 ? best : Math.min(best, System.nanoTime() - start);
        }
        System.out.println(String.format(Locale.ROOT, "%-26s %8.1f ms", name, best / 1e6));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
