package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.ClipPlace;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.video.VideoClip;
import io.github.alprolab.datasets.video.VideoIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A video file that is opened when it is first asked for something, so that a data set of ten
 * thousand of them is there at once. A still picture is a clip of one frame.
 */
public final class FileClip implements ClipSource {
    private final String id;
    private final Path file;
    private final AtomicReference<VideoClip> opened = new AtomicReference<>();

    /**
     * @param id name within the data set
     * @param file the video or picture
     */
    public FileClip(String id, Path file) {
        this.id = id;
        this.file = file;
    }

    /** The clip of a pair whose video is a file. */
    static FileClip of(Pair pair) {
        return (FileClip) pair.clip();
    }

    @Override
    public String id() {
        return id;
    }

    /** The video or picture. */
    public Path file() {
        return file;
    }

    /** Length of the file in bytes; nothing is opened. */
    long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int frameCount() {
        return clip().frameCount();
    }

    @Override
    public double framesPerSecond() {
        return clip().framesPerSecond();
    }

    @Override
    public Optional<ClipPlace> place() {
        return Optional.of(ClipPlace.of(file));
    }

    @Override
    public Frames frames(int[] indices, int size) {
        return clip().frames(indices, size);
    }

    @Override
    public Optional<String> fingerprint() {
        return clip().fingerprint();
    }

    /** Opening it decodes every picture, where the index does not know it. */
    @Override
    public void requireReadable() {
        clip();
    }

    private VideoClip clip() {
        // Two threads may both open it; the answers are the same.
        VideoClip known = opened.get();
        if (known == null) {
            known = VideoIndex.standard().open(file);
            opened.set(known);
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileClip that && id.equals(that.id) && file.equals(that.file);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + file.hashCode();
    }

    @Override
    public String toString() {
        return "FileClip[" + id + ", " + file + "]";
    }
}
