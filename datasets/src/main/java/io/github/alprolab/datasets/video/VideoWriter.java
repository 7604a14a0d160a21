package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/** Encodes pictures to an mp4 file (MPEG-4 part 2 at nearly its best quality). */
public final class VideoWriter {
    private VideoWriter() {}

    /**
     * Writes a video. The file appears whole or not at all. Safe to call from several threads.
     *
     * @param file where; replaced if it exists; its folder must exist
     * @param frames the pictures, of even height and width
     * @param framesPerSecond 1..1000
     * @throws ClipException if it cannot be written
     */
    public static void write(Path file, Frames frames, int framesPerSecond) {
        requireEncodable(file, frames, framesPerSecond);
        // Before the first native object: the limits on memory are read once, when the first loads.
        Ffmpeg.load();
        try {
            AtomicFile.makeShared(file, partial -> encode(partial, frames, framesPerSecond));
        } catch (IOException e) {
            throw new ClipException(file, "cannot be put in place: " + e, e);
        }
    }

    private static void encode(Path partial, Frames frames, int framesPerSecond) {
        try (Mp4Encoding encoding = new Mp4Encoding(partial)) {
            encoding.run(frames, framesPerSecond);
        }
    }

    private static void requireEncodable(Path file, Frames frames, int framesPerSecond) {
        if (frames.width() % 2 != 0 || frames.height() % 2 != 0) {
            throw new ClipException(file, "pictures need even sides to be encoded, got " + frames);
        }
        if (framesPerSecond < 1 || framesPerSecond > 1000) {
            throw new ClipException(
                    file, "takes 1..1000 pictures per second, got " + framesPerSecond);
        }
    }
}
