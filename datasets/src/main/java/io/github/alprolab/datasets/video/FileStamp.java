package io.github.alprolab.datasets.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What tells one state of a file from the next without reading it.
 *
 * @param size in bytes
 * @param changed time of last change
 */
record FileStamp(long size, Instant changed) {
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(now.size(), now.lastModifiedTime().toInstant());
    }

    @Override
    public String toString() {
        return size + "@" + changed;
    }
}
