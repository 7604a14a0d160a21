package io.github.alprolab.bench.data;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.ScriptRenderer;
import io.github.alprolab.datasets.sprites.ScriptWriter;
import io.github.alprolab.datasets.video.VideoWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Video files of moving sprites, to be decoded. */
public final class RenderedFiles {
    private static final int FRAMES_PER_SECOND = 12;

    private RenderedFiles() {}

    /**
     * Writes them.
     *
     * @param size edge of a picture in pixels
     * @param scripts whose clips follow one another in each file
     */
    public static List<Path> of(Path folder, int size, int scripts, int files) {
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
}
