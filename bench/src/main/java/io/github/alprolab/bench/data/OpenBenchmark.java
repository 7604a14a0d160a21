package io.github.alprolab.bench.data;

import io.github.alprolab.bench.ResidentMemory;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.ScriptRenderer;
import io.github.alprolab.datasets.sprites.ScriptWriter;
import io.github.alprolab.datasets.video.VideoClip;
import io.github.alprolab.datasets.video.VideoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the process grows while it opens and decodes videos, and for every ten of them fails to
 * open a broken one and writes one. To be run with a heap of fixed size that is touched at the
 * start ({@code -Xms64m -Xmx64m -XX:+AlwaysPreTouch}), so that only native memory can grow.
 */
public final class OpenBenchmark {
    private static final int OPENS = 10_000;
    private static final int ROWS = 5;

    private OpenBenchmark() {}

    /** Takes the number of videos to open; {@value #OPENS} without. */
    public static void main(String[] arguments) throws IOException {
        int opens = arguments.length == 0 ? OPENS : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("open-benchmark");
        Path sound = folder.resolve("clip.mp4");
        Path broken = folder.resolve("broken.mp4");
        Path written = folder.resolve("written.mp4");
        try {
            Frames frames =
                    new ScriptRenderer(64).render(new ScriptWriter(1).script(Split.TRAIN, 0));
            VideoWriter.write(sound, frames, 12);
            byte[] bytes = Files.readAllBytes(sound);
            Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
            System.out.println("opens  resident kB");
            for (int i = 1; i <= opens; i++) {
                use(sound, i);
                if (i % 10 == 0) {
                    requireBroken(broken);
                    VideoWriter.write(written, frames, 12);
                }
                if (i % (opens / ROWS) == 0) {
                    System.out.printf("%5d  %8d%n", i, ResidentMemory.now().orElse(0L));
                }
            }
        } finally {
            for (Path file : List.of(sound, broken, written, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void use(Path file, int i) {
        VideoClip clip = VideoClip.open(file);
        clip.frames(new int[] {0, i % clip.frameCount()}, 64);
    }

    private static void requireBroken(Path broken) {
        try {
            VideoClip.open(broken);
        } catch (ClipException expected) {
            return;
        }
        throw new IllegalStateException(broken + " was opened although half of it is missing");
    }
}
