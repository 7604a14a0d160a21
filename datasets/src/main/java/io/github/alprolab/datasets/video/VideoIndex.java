package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.cache.CacheFolder;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What video files are, kept in a folder across processes, so that each file is decoded once to
 * count its pictures and not once in every process: pictures, rate, size, turn, where decoding can
 * begin, or the fault of a file that cannot be read. An entry holds as long as size and time of
 * last change of the file stay the same. The folder may be deleted at any time.
 *
 * <p>Safe for several threads and several processes on one folder. Where the folder cannot be
 * written, entries last as long as this object, and {@link #notKept} says why.
 */
public final class VideoIndex {
    private static final String ENDING = ".videos";

    private final Path folder;
    private final Map<Path, IndexFile> files = new ConcurrentHashMap<>();
    private volatile Optional<String> notKept = Optional.empty();

    private VideoIndex(Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder made when the first entry is written
     */
    public static VideoIndex in(Path folder) {
        return new VideoIndex(folder);
    }

    /**
     * The one of this process, in {@code video-index} of the folder that {@code ALPROLAB_CACHE}
     * names, else of {@code ~/.cache/alprolab}.
     */
    public static VideoIndex standard() {
        return Standard.INDEX;
    }

    private static final class Standard {
        private static final VideoIndex INDEX = in(CacheFolder.standard().resolve("video-index"));
    }

    /**
     * Same as {@link VideoClip#open}, without decoding where the file is known.
     *
     * @throws ClipException if it is missing, empty, not a video, without pictures, or breaks off
     */
    public VideoClip open(Path file) {
        return VideoClip.whole(scan(file));
    }

    /**
     * Same as {@link VideoClip#inspect}, without decoding where the file is known.
     *
     * @throws ClipException if it is missing, empty, not a video or without pictures
     */
    public VideoInfo inspect(Path file) {
        return scan(file).info();
    }

    /** Why entries are not kept on the disk, where that is so. */
    public Optional<String> notKept() {
        return notKept;
    }

    private VideoScan.Result scan(Path given) {
        Path file = given.toAbsolutePath().normalize();
        Optional<FileStamp> stamp = stamp(file);
        if (stamp.isEmpty()) {
            // Says what is wrong with it.
            return VideoScan.of(given);
        }
        Optional<IndexEntry> known = find(file, stamp.get());
        if (known.isPresent()) {
            return known.get().result(given);
        }
        try {
            VideoScan.Result scan = VideoScan.of(given);
            note(file, stamp.get(), IndexEntry.of(stamp.get(), scan));
            return scan;
        } catch (ClipException e) {
            IndexEntry.of(file, stamp.get(), e).ifPresent(entry -> note(file, stamp.get(), entry));
            throw e;
        }
    }

    private Optional<IndexEntry> find(Path file, FileStamp stamp) {
        try {
            return indexOf(file).find(file.getFileName().toString(), stamp);
        } catch (IOException e) {
            // An index that cannot be read costs time, and nothing else.
            notKept = Optional.of(folder + ": " + e);
            return Optional.empty();
        }
    }

    /** Not where the file changed while it was read. */
    private void note(Path file, FileStamp before, IndexEntry entry) {
        if (!stamp(file).equals(Optional.of(before))) {
            return;
        }
        try {
            indexOf(file).add(entry);
        } catch (IOException e) {
            notKept = Optional.of(folder + ": " + e);
        }
    }

    private IndexFile indexOf(Path file) {
        return files.computeIfAbsent(
                file.getParent(),
                parent ->
                        new IndexFile(
                                folder.resolve(
                                        Digest.sha256().add(parent.toString()).hex() + ENDING)));
    }

    private static Optional<FileStamp> stamp(Path file) {
        try {
            return Optional.of(FileStamp.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "VideoIndex[" + folder + "]";
    }
}
