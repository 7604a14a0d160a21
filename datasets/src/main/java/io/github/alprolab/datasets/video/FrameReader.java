package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.Frames;
import java.nio.file.Path;

/**
 * Decodes chosen pictures of a file. It jumps over pictures where that spares enough decoding, and
 * proves each landing by the picture's time; where the container lands elsewhere, it decodes from
 * the start, so positions are exact whatever the file's own index says.
 */
final class FrameReader {
    /** Emptying and refilling a decoder costs about as much as decoding so many pictures. */
    static final int WORTH_A_SEEK = 4;

    private final Path file;
    private final FrameIndex index;
    private final int frameCount;
    private final int size;

    FrameReader(Path file, FrameIndex index, int frameCount, int size) {
        this.file = file;
        this.index = index;
        this.frameCount = frameCount;
        this.size = size;
    }

    /**
     * @param ascending distinct positions
     * @throws ClipException if the file cannot be read or ends before the last one
     */
    Frames read(int[] ascending) {
        byte[] rgb = new byte[Math.multiplyExact(ascending.length, stride())];
        if (!jumping(ascending, rgb)) {
            straight(ascending, rgb);
        }
        return Frames.of(ascending.length, size, size, rgb);
    }

    /** Whether it gave the pictures; it gives none where jumping spares nothing. */
    boolean jumping(int[] ascending, byte[] rgb) {
        if (!isWorthJumping(ascending)) {
            return false;
        }
        try (VideoStream stream = VideoStream.open(file);
                FrameScaler scaler = new FrameScaler(file, size)) {
            int next = 0;
            for (int i = 0; i < ascending.length; i++) {
                int key = index.keyBefore(ascending[i]);
                if (key - next >= WORTH_A_SEEK && !stream.seek(index.time(key))) {
                    return false;
                }
                if (!reach(stream, index.time(ascending[i]))) {
                    return false;
                }
                scaler.scale(stream.frame(), rgb, i * stride());
                next = ascending[i] + 1;
            }
        }
        return true;
    }

    private boolean isWorthJumping(int[] ascending) {
        int next = 0;
        for (int position : ascending) {
            if (index.keyBefore(position) - next >= WORTH_A_SEEK) {
                return true;
            }
            next = position + 1;
        }
        return false;
    }

    /** Decodes up to the picture of exactly this time; false if there is none. */
    private static boolean reach(VideoStream stream, long time) {
        while (stream.next()) {
            if (stream.time() >= time || stream.time() == FrameIndex.NO_TIME) {
                return stream.time() == time && stream.isSound();
            }
        }
        return false;
    }

    void straight(int[] ascending, byte[] rgb) {
        try (VideoStream stream = VideoStream.open(file);
                FrameScaler scaler = new FrameScaler(file, size)) {
            int taken = 0;
            for (int i = 0; taken < ascending.length; i++) {
                if (!stream.next()) {
                    throw new ClipException(
                            file,
                            ClipFault.TRUNCATED,
                            "ends after %s of %s pictures".formatted(i, frameCount));
                }
                if (i == ascending[taken]) {
                    scaler.scale(stream.frame(), rgb, taken++ * stride());
                }
            }
        }
    }

    private int stride() {
        return size * size * 3;
    }
}
