package io.github.alprolab.bench.data;

import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.ScriptRenderer;
import io.github.alprolab.datasets.sprites.ScriptWriter;
import io.github.alprolab.datasets.video.VideoClip;
import io.github.alprolab.datasets.video.VideoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long eight frames of a rendered video take here and in the ffmpeg program, side by side. */
public final class DecodeBenchmark {
    private static final int WANTED = 8;
    private static final int ROUNDS = 3;
    private static final int FRAMES_PER_SECOND = 12;

    private DecodeBenchmark() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("decode-benchmark");
        try {
            System.out.printf(
                    "%d even frames of each file, in ms a file, best of %d rounds after one to warm up%n",
                    WANTED, ROUNDS);
            measure("64 px, 1 script", render(folder, 64, 1, 40));
            measure("224 px, 12 scripts", render(folder, 224, 12, 6));
        } finally {
            remove(folder);
        }
    }

    private static List<Path> render(Path folder, int size, int scripts, int files) {
        ScriptWriter writer = new ScriptWriter(42);
        ScriptRenderer renderer = new ScriptRenderer(size);
        List<Path> rendered = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            int first = i * scripts;
            List<Frames> parts =
                    IntStream.range(first, first + scripts)
                            .mapToObj(s -> renderer.render(writer.script(Split.TRAIN, s)))
                            .toList();
            Path file = folder.resolve(size + "-" + i + ".mp4");
            VideoWriter.write(file, joined(parts), FRAMES_PER_SECOND);
            rendered.add(file);
        }
        return rendered;
    }

    private static Frames joined(List<Frames> parts) {
        int count = parts.stream().mapToInt(Frames::count).sum();
        byte[] rgb = new byte[parts.stream().mapToInt(Frames::byteCount).sum()];
        int at = 0;
        for (Frames part : parts) {
            part.copyTo(rgb, at);
            at += part.byteCount();
        }
        return Frames.of(count, parts.get(0).height(), parts.get(0).width(), rgb);
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

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
