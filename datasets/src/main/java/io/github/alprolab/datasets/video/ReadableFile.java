package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is asked of a file before FFmpeg sees it, so that plain causes get plain words. */
final class ReadableFile {
    private ReadableFile() {}

    /**
     * @throws ClipException if the file is missing, no regular file, forbidden or empty
     */
    static void require(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new ClipException(file, ClipFault.MISSING, "does not exist");
            }
            if (!Files.isRegularFile(file)) {
                throw new ClipException(file, ClipFault.UNREADABLE, "is not a regular file");
            }
            if (!Files.isReadable(file)) {
                throw new ClipException(file, ClipFault.UNREADABLE, "may not be read by this user");
            }
            if (Files.size(file) == 0) {
                throw new ClipException(file, ClipFault.EMPTY, "is empty");
            }
        } catch (IOException e) {
            throw new ClipException(
                    file, ClipFault.UNREADABLE, "cannot be read: " + e.getMessage(), e);
        }
    }
}
