package io.github.alprolab.bench.data;

import io.github.alprolab.bench.training.BenchmarkFolder;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.video.VideoClip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How long eight frames of a rendered video take here and in the ffmpeg program, side by side. */
public final class FfmpegBenchmark {
    private static final int WANTED = 8;
    private static final int ROUNDS = 3;

    private FfmpegBenchmark() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        try (BenchmarkFolder folder = BenchmarkFolder.create()) {
            System.out.printf(
                    "%d even frames of each file, in ms a file, best of %d rounds after one to warm up%n",
                    WANTED, ROUNDS);
            measure("64 px, 1 script", RenderedFiles.of(folder.path(), 64, 1, 40));
            measure("224 px, 12 scripts", RenderedFiles.of(folder.path(), 224, 12, 6));
        }
    }

    private static void measure(String name, List<Path> files) throws IOException {
        int size = 224;
        List<VideoClip> clips = files.stream().map(VideoClip::open).toList();
        int frames = clips.get(0).frameCount();
        System.out.printf(
                "%n%s: %d files of %d frames, to %d px%n", name, files.size(), frames, size);
        double opened = row("ours, opened before", clips, c -> ours(c, size));
        double straight = row("ours, from the start", clips, c -> ours(unopened(c), size));
        double first = row("ours, with opening", files, f -> ours(VideoClip.open(f), size));
        if (!FfmpegProgram.isThere()) {
            System.out.println(
                    "no comparison: the ffmpeg program is not installed (Debian: ffmpeg)");
            return;
        }
        double start = row("ffmpeg, starting alone", files, f -> FfmpegProgram.start());
        double theirs = row("ffmpeg, eight frames", clips, c -> theirs(c, size));
        ratio("opened before", theirs, opened, start);
        ratio("from the start", theirs, straight, start);
        ratio("with opening", theirs, first, start);
        System.out.printf(
                "greatest difference of a level: %d%n",
                clips.stream().mapToInt(c -> difference(c, size)).max().orElse(0));
    }

    private static byte[] ours(VideoClip clip, int size) {
        return clip.frames(indices(clip), size).rgb();
    }

    private static byte[] theirs(VideoClip clip, int size) {
        return FfmpegProgram.frames(clip.file(), indices(clip), size);
    }

    /** The same file without the index that opening made. */
    private static VideoClip unopened(VideoClip clip) {
        return new VideoClip(clip.id(), clip.file(), clip.frameCount(), clip.framesPerSecond());
    }

    private static int[] indices(VideoClip clip) {
        return FrameSampling.uniform().indices(clip.frameCount(), WANTED, new Random(0));
    }

    private static int difference(VideoClip clip, int size) {
        byte[] ours = ours(clip, size);
        byte[] theirs = theirs(clip, size);
        return IntStream.range(0, ours.length)
                .map(i -> Math.abs((ours[i] & 0xff) - (theirs[i] & 0xff)))
                .max()
                .orElse(0);
    }

    private static void ratio(String what, double theirs, double ours, double start) {
        System.out.printf(
                Locale.ROOT,
                "ffmpeg / ours, %-15s %6.2f; without ffmpeg's start %6.2f%n",
                what,
                theirs / ours,
                (theirs - start) / ours);
    }

    /** Milliseconds an item, printed. */
    private static <T> double row(String name, List<T> items, Function<T, byte[]> work) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            items.forEach(work::apply);
            double each = (System.nanoTime() - start) / 1e6 / items.size();
            best = round == 0 ? best : Math.min(best, each);
        }
        System.out.printf(Locale.ROOT, "%-24s %8.2f%n", name, best);
        return best;
    }
}
