package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.Clip;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * A video file of any kind that FFmpeg reads. Each call to {@link #frames} decodes from the start
 * to the last picture wanted, so positions are exact whatever the file's index says.
 *
 * @param id name of the clip
 * @param file the video
 * @param frameCount decodable pictures
 * @param framesPerSecond nominal rate
 */
public record VideoClip(String id, Path file, int frameCount, double framesPerSecond)
        implements Clip {
    public VideoClip {
        if (frameCount < 1 || !(framesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "clip %s needs pictures and a rate, got %s and %s"
                            .formatted(id, frameCount, framesPerSecond));
        }
    }

    /**
     * Opens a file, decoding it once to count its pictures.
     *
     * @throws ClipException if it is missing, empty, not a video or without pictures
     */
    public static VideoClip open(Path file) {
        requireReadable(file);
        try (VideoStream stream = VideoStream.open(file)) {
            int count = 0;
            while (stream.next()) {
                count++;
            }
            if (count == 0) {
                throw new ClipException(file, "holds no picture that can be decoded");
            }
            return new VideoClip(nameOf(file), file, count, stream.framesPerSecond());
        }
    }

    @Override
    public Frames frames(int[] indices, int size) {
        if (indices.length == 0 || size < 1) {
            throw new IllegalArgumentException(
                    "frames need at least one index and pixel, got %s and %s"
                            .formatted(indices.length, size));
        }
        for (int index : indices) {
            Objects.checkIndex(index, frameCount);
        }
        requireReadable(file);
        int[] distinct = Arrays.stream(indices).sorted().distinct().toArray();
        Frames decoded = decode(distinct, size);
        int[] order = Arrays.stream(indices).map(i -> Arrays.binarySearch(distinct, i)).toArray();
        return Arrays.equals(indices, distinct) ? decoded : decoded.select(order);
    }

    private Frames decode(int[] ascending, int size) {
        int stride = size * size * 3;
        byte[] rgb = new byte[Math.multiplyExact(ascending.length, stride)];
        try (VideoStream stream = VideoStream.open(file);
                FrameScaler scaler = new FrameScaler(file, size, stream.quarterTurns())) {
            int taken = 0;
            for (int i = 0; taken < ascending.length; i++) {
                if (!stream.next()) {
                    throw new ClipException(
                            file, "ends after %s of %s pictures".formatted(i, frameCount));
                }
                if (i == ascending[taken]) {
                    scaler.scale(stream.frame(), rgb, taken++ * stride);
                }
            }
        }
        return Frames.of(ascending.length, size, size, rgb);
    }

    private static void requireReadable(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ClipException(
                        file, Files.exists(file) ? "is not a regular file" : "does not exist");
            }
            if (Files.size(file) == 0) {
                throw new ClipException(file, "is empty");
            }
        } catch (IOException e) {
            throw new ClipException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
