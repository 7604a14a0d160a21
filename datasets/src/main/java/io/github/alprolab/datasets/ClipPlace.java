package io.github.alprolab.datasets;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the bytes of a clip lie: a file, or a part of one, as in a tar that is not unpacked.
 *
 * @param file the video, or the archive that holds it
 * @param offset of its first byte in the file, 0 or more
 * @param bytes how many it has; {@link #WHOLE} for a file that is the video itself
 */
public record ClipPlace(Path file, long offset, long bytes) {
    /** In the place of a number of bytes: all that the file has. */
    public static final long WHOLE = -1;

    public ClipPlace {
        Objects.requireNonNull(file, "file");
        if (offset < 0 || bytes < WHOLE || bytes == WHOLE && offset > 0) {
            throw new IllegalArgumentException(
                    "a clip lies at byte 0 or behind it, got %d and %d bytes"
                            .formatted(offset, bytes));
        }
    }

    /** A file that is the video. */
    public static ClipPlace of(Path file) {
        return new ClipPlace(file, 0, WHOLE);
    }

    /** Whether the file is the video, and nothing else is in it. */
    public boolean whole() {
        return bytes == WHOLE;
    }
}
