package io.github.alprolab.datasets.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Files that appear whole or not at all: they are written beside their place and moved there in one
 * go. Where that fails nothing is left beside it, and what was in the place stays.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What fills a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the whole content.
         *
         * @param out is buffered; who gave it closes it
         * @throws IOException when writing fails; the file of before then stays as it was
         */
        void to(OutputStream out) throws IOException;
    }

    /** What makes a file by other means than a stream. */
    @FunctionalInterface
    public interface Making {
        /**
         * Makes the whole file.
         *
         * @param unfinished where; a file that is there may be written over
         * @throws IOException when that fails; the file of before then stays as it was
         */
        void at(Path unfinished) throws IOException;
    }

    /**
     * Writes a text in UTF-8.
     *
     * @throws IOException if it cannot be written
     * @see #write(Path, Content)
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file. An interrupted thread writes it too.
     *
     * @throws IOException if it cannot be written
     * @see #make for what happens on the disk
     */
    public static void write(Path file, Content content) throws IOException {
        make(
                file,
                unfinished -> {
                    // Not by a channel, which an interrupted thread finds closed.
                    try (OutputStream out =
                            new BufferedOutputStream(new FileOutputStream(unfinished.toFile()))) {
                        content.to(out);
                    }
                });
    }

    /**
     * Makes a file, whose bytes are on the disk before it is in its place. It grows under the name
     * {@code FILE.part}, so that what a dead process left is overwritten by the next one. One at a
     * time may do so.
     *
     * @param file where; replaced if it exists; its folder must exist
     * @throws IOException if it cannot be written
     */
    public static void make(Path file, Making making) throws IOException {
        moved(
                file.resolveSibling(file.getFileName() + ".part"),
                file,
                unfinished -> {
                    making.at(unfinished);
                    try (FileOutputStream out = new FileOutputStream(unfinished.toFile(), true)) {
                        out.getFD().sync();
                    }
                });
    }

    /**
     * Makes a file that several threads and processes may make at once; the last one stays. For
     * what can be made again: a machine that loses power may keep the name and lose the bytes.
     *
     * @param file where; replaced if it exists; its folder must exist
     * @throws IOException if it cannot be put in place
     */
    public static void makeShared(Path file, Making making) throws IOException {
        moved(file.resolveSibling("." + UUID.randomUUID() + ".partial"), file, making);
    }

    private static void moved(Path unfinished, Path file, Making making) throws IOException {
        try {
            making.at(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
