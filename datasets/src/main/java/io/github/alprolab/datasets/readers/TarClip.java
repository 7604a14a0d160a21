package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.ClipPlace;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.video.VideoClip;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A video inside a tar that is not unpacked. Its bytes are copied to a file of their own while they
 * are decoded, so that a corpus of tars needs no second place on the disk.
 */
public final class TarClip implements ClipSource {
    private static final int BUFFER = 1 << 16;

    private final String id;
    private final ClipPlace place;
    private final AtomicReference<Known> known = new AtomicReference<>();

    private record Known(int frameCount, double framesPerSecond) {}

    /**
     * @param id name within the data set; its ending, such as {@code .mp4}, is the copy's
     * @param place a part of a tar
     */
    public TarClip(String id, ClipPlace place) {
        this.id = id;
        this.place = place;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int frameCount() {
        return known().frameCount();
    }

    @Override
    public double framesPerSecond() {
        return known().framesPerSecond();
    }

    @Override
    public Optional<ClipPlace> place() {
        return Optional.of(place);
    }

    @Override
    public Optional<String> fingerprint() {
        Path tar = place.file();
        return new VideoClip(id, tar, 1, 1)
                .fingerprint()
                .map(print -> "%s|%d|%d".formatted(print, place.offset(), place.bytes()));
    }

    @Override
    public void requireReadable() {
        known();
    }

    @Override
    public Frames frames(int[] indices, int size) {
        Known numbers = known();
        return copied(
                file ->
                        new VideoClip(id, file, numbers.frameCount(), numbers.framesPerSecond())
                                .frames(indices, size));
    }

    private Known known() {
        // Two threads may both look; the answers are the same.
        Known found = known.get();
        if (found == null) {
            VideoClip opened = copied(VideoClip::open);
            found = new Known(opened.frameCount(), opened.framesPerSecond());
            known.set(found);
        }
        return found;
    }

    private <R> R copied(Function<Path, R> work) {
        Path copy = null;
        try {
            copy = Files.createTempFile("alprolab-", ending());
            copy(copy);
            return work.apply(copy);
        } catch (IOException e) {
            throw new ClipException(place.file(), ClipFault.TRUNCATED, cause(e.toString()), e);
        } catch (ClipException e) {
            throw new ClipException(place.file(), e.fault(), cause(e.reason()), e);
        } finally {
            remove(copy);
        }
    }

    private void copy(Path to) throws IOException {
        try (InputStream in = Files.newInputStream(place.file());
                OutputStream out = Files.newOutputStream(to)) {
            in.skipNBytes(place.offset());
            byte[] buffer = new byte[BUFFER];
            for (long left = place.bytes(); left > 0; ) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new EOFException("the tar ends before the entry does");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }

    /** Letters and digits alone: the name is the archive's. */
    private String ending() {
        String ending = id.substring(id.lastIndexOf('.') + 1);
        return ending.matches("[A-Za-z0-9]{1,8}") ? "." + ending : ".video";
    }

    private String cause(String reason) {
        return "its entry " + id + " cannot be read: " + reason;
    }

    private static void remove(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            // A copy that stays takes room in the folder of temporary files, and nothing else.
            copy.toFile().deleteOnExit();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TarClip that && id.equals(that.id) && place.equals(that.place);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, place);
    }

    @Override
    public String toString() {
        return "TarClip[" + id + ", " + place.file() + "]";
    }
}
