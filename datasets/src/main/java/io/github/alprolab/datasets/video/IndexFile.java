package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The index of the videos of one folder: a text to whose end lines are added, of which the last one
 * of a name counts. Several threads and processes may add to it at once; a line that is damaged, or
 * was cut when its writer died, is as good as not written.
 */
final class IndexFile {
    /** Lines that no longer count are tolerated up to so many, and as many as count. */
    private static final int IDLE_LINES = 1000;

    /** Of a folder with a million videos. */
    private static final long MOST_BYTES = 1L << 30;

    /** A lock on a file keeps out other processes, not other threads of this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path file;
    private final Map<String, IndexEntry> entries = new HashMap<>();
    private Object key = "";
    private long read;
    private long lines;

    IndexFile(Path file) {
        this.file = file;
    }

    /** What is noted of a file in this state, by this process or by another one. */
    synchronized Optional<IndexEntry> find(String name, FileStamp stamp) throws IOException {
        Optional<IndexEntry> known = known(name, stamp);
        if (known.isEmpty()) {
            refresh();
            known = known(name, stamp);
        }
        return known;
    }

    private Optional<IndexEntry> known(String name, FileStamp stamp) {
        return Optional.ofNullable(entries.get(name)).filter(entry -> entry.isOf(stamp));
    }

    /** Notes an entry, in this object even where the file cannot be written. */
    synchronized void add(IndexEntry entry) throws IOException {
        entries.put(entry.name(), entry);
        // An end of line in front keeps what a dead writer left from spoiling this line.
        ByteBuffer line =
                ByteBuffer.wrap(("\n" + entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(file.getParent());
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                out.write(line);
            }
        }
    }

    /** Reads what was added since the last time, or all where the file is another one. */
    private void refresh() throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            Object now = Files.readAttributes(file, "fileKey").getOrDefault("fileKey", "");
            if (now == null || !now.equals(key) || in.size() < read) {
                read = 0;
                lines = 0;
                key = now == null ? "" : now;
            }
            if (in.size() > read) {
                take(in);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        if (lines > IDLE_LINES + 2L * entries.size()) {
            compact();
        }
    }

    private void take(FileChannel in) throws IOException {
        if (in.size() - read > MOST_BYTES) {
            throw new IOException("is too large to be an index; delete it");
        }
        ByteBuffer more = ByteBuffer.allocate((int) (in.size() - read));
        while (more.hasRemaining() && in.read(more, read + more.position()) > 0) {
            continue;
        }
        String text = new String(more.array(), 0, more.position(), StandardCharsets.ISO_8859_1);
        // Behind the last end of line another process may be writing.
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        read += whole.length();
        for (String line : whole.split("\n")) {
            lines += line.isEmpty() ? 0 : 1;
            IndexEntry.parse(line).ifPresent(entry -> entries.put(entry.name(), entry));
        }
    }

    /** Writes the lines that count into a new file, which takes the place of the old one whole. */
    private void compact() throws IOException {
        locked(
                () -> {
                    try (FileChannel in = FileChannel.open(file)) {
                        take(in);
                    }
                    StringBuilder all = new StringBuilder();
                    entries.values().forEach(entry -> all.append(entry.line()).append('\n'));
                    AtomicFile.write(file, all.toString());
                });
    }

    private interface Change {
        void make() throws IOException;
    }

    private void locked(Change change) throws IOException {
        Files.createDirectories(file.getParent());
        THREADS.lock();
        try (FileChannel channel =
                        FileChannel.open(
                                file.resolveSibling("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                change.make();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
