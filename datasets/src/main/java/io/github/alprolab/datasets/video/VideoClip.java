package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.ClipPlace;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A video file of any kind that FFmpeg reads; a photograph is a clip of one picture. Positions are
 * exact: picture {@code i} is the one that decoding from the start gives as the {@code i}-th.
 *
 * <p>Each call to {@link #frames} opens the file anew. A clip that was {@linkplain #open opened}
 * knows where decoding can begin and jumps there when that spares more than it costs; one that was
 * made from its numbers decodes from the start to the last picture wanted.
 */
public final class VideoClip implements ClipSource {
    private final String id;
    private final Path file;
    private final int frameCount;
    private final double framesPerSecond;
    private final FrameIndex index;

    /**
     * Of a file whose numbers are known; nothing is opened.
     *
     * @param id name of the clip
     * @param file the video
     * @param frameCount decodable pictures
     * @param framesPerSecond nominal rate
     */
    public VideoClip(String id, Path file, int frameCount, double framesPerSecond) {
        this(id, file, frameCount, framesPerSecond, FrameIndex.NONE);
    }

    private VideoClip(
            String id, Path file, int frameCount, double framesPerSecond, FrameIndex index) {
        if (frameCount < 1 || !(framesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "clip %s needs pictures and a rate, got %s and %s"
                            .formatted(id, frameCount, framesPerSecond));
        }
        this.id = id;
        this.file = file;
        this.frameCount = frameCount;
        this.framesPerSecond = framesPerSecond;
        this.index = index;
    }

    /**
     * Opens a file, decoding it once to count its pictures.
     *
     * @throws ClipException if it is missing, empty, not a video, without pictures, or breaks off
     */
    public static VideoClip open(Path file) {
        return whole(VideoScan.of(file));
    }

    /**
     * @throws ClipException if the file breaks off
     */
    static VideoClip whole(VideoScan.Result scan) {
        VideoInfo info = scan.info();
        if (info.truncated()) {
            throw new ClipException(
                    info.file(),
                    ClipFault.TRUNCATED,
                    "ends after %s; fetch it again, or take what is there by VideoClip.openPart"
                            .formatted(info.ending()));
        }
        return of(scan);
    }

    /**
     * Like {@link #open}, but of a file that breaks off it takes the pictures that are there.
     *
     * @throws ClipException if it is missing, empty, not a video or without pictures
     */
    public static VideoClip openPart(Path file) {
        return of(VideoScan.of(file));
    }

    /**
     * Decodes a file once and tells what it is; a file that breaks off is told of, not refused.
     *
     * @throws ClipException if it is missing, empty, not a video or without pictures
     */
    public static VideoInfo inspect(Path file) {
        return VideoScan.of(file).info();
    }

    private static VideoClip of(VideoScan.Result scan) {
        VideoInfo info = scan.info();
        return new VideoClip(
                nameOf(info.file()),
                info.file(),
                info.frameCount(),
                info.framesPerSecond(),
                scan.index());
    }

    @Override
    public String id() {
        return id;
    }

    /** The video. */
    public Path file() {
        return file;
    }

    @Override
    public int frameCount() {
        return frameCount;
    }

    @Override
    public double framesPerSecond() {
        return framesPerSecond;
    }

    /** Path, size and time of last change; none while the file is not there. */
    @Override
    public Optional<String> fingerprint() {
        try {
            return Optional.of(
                    "%s|%d|%s"
                            .formatted(
                                    file.toAbsolutePath().normalize(),
                                    Files.size(file),
                                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            // Decoding, which follows, tells what is wrong with the file.
            return Optional.empty();
        }
    }

    @Override
    public Optional<ClipPlace> place() {
        return Optional.of(ClipPlace.of(file));
    }

    @Override
    public Frames frames(int[] indices, int size) {
        if (indices.length == 0 || size < 1) {
            throw new IllegalArgumentException(
                    "frames need at least one index and pixel, got %s and %s"
                            .formatted(indices.length, size));
        }
        for (int i : indices) {
            Objects.checkIndex(i, frameCount);
        }
        int[] distinct = Arrays.stream(indices).sorted().distinct().toArray();
        Frames decoded = new FrameReader(file, index, frameCount, size).read(distinct);
        int[] order = Arrays.stream(indices).map(i -> Arrays.binarySearch(distinct, i)).toArray();
        return Arrays.equals(indices, distinct) ? decoded : decoded.select(order);
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VideoClip that
                && id.equals(that.id)
                && file.equals(that.file)
                && frameCount == that.frameCount
                && framesPerSecond == that.framesPerSecond;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, file, frameCount, framesPerSecond);
    }

    @Override
    public String toString() {
        return "VideoClip[%s, %d pictures, %s a second]"
                .formatted(file, frameCount, framesPerSecond);
    }
}
