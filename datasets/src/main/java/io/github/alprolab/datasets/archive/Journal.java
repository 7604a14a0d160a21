package io.github.alprolab.datasets.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Which files of which archive are whole: a first line about the archive, then size, tab and name
 * of every file. Locked while it is open.
 */
final class Journal implements AutoCloseable {
    private final FileChannel file;
    private final String title;

    private Journal(FileChannel file, String title) {
        this.file = file;
        this.title = title;
    }

    /**
     * Opens or begins a journal.
     *
     * @throws ArchiveException when another process has it open
     */
    static Journal open(Path file, Path archive) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new ArchiveException(
                    archive, "is being unpacked to the same place by another process; wait for it");
        }
        return new Journal(channel, title(archive));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Tells archives, and states of one, apart without reading them. */
    static String title(Path archive) throws IOException {
        return "%s\t%d\t%d\n"
                .formatted(
                        archive.getFileName(),
                        Files.size(archive),
                        Files.getLastModifiedTime(archive).toMillis());
    }

    /** Sizes by name that an earlier run of the same archive has noted. */
    Map<String, Long> earlier() throws IOException {
        file.position(0);
        String text =
                new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
        // A last line that a crash has cut off has no end and does not count.
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.startsWith(title)) {
            file.truncate(0);
            write(title);
            return Map.of();
        }
        file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        return sizes(whole.substring(title.length()));
    }

    private static Map<String, Long> sizes(String lines) {
        Map<String, Long> sizes = new HashMap<>();
        lines.lines()
                .map(line -> line.split("\t", 2))
                .forEach(parts -> sizes.put(parts[1], Long.parseLong(parts[0])));
        return sizes;
    }

    void append(EntryName name, long size) throws IOException {
        write(size + "\t" + name + "\n");
    }

    private void write(String text) throws IOException {
        file.position(file.size());
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
