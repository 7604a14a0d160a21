package io.github.alprolab.datasets.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A folder of files under a limit of bytes. Changes are made under a lock on the file {@code lock},
 * which also holds the sum of all sizes, so that putting a file does not list the folder. Reading
 * takes no lock: files appear whole and are never changed. One that is only read is never changed
 * at all.
 */
final class CacheStore {
    static final String PARTIAL = ".partial";

    private static final String ENTRY = ".frames";

    /** Dropping goes on to this share of the limit, so that not every entry lists the folder. */
    private static final double LEFT_BY_DROPPING = 0.9;

    private static final Duration ABANDONED = Duration.ofHours(1);

    /** A lock on a file keeps out other processes, not other threads of this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;
    private final long limit;
    private final boolean readOnly;

    private CacheStore(Path folder, long limit, boolean readOnly) {
        this.folder = folder;
        this.limit = limit;
        this.readOnly = readOnly;
    }

    /** Of a folder of somebody else, which need not be there. */
    static CacheStore read(Path folder, long limit) {
        return new CacheStore(folder, limit, true);
    }

    static CacheStore open(Path folder, long limit) {
        CacheStore store = new CacheStore(folder, limit, false);
        try {
            Files.createDirectories(folder);
            store.locked(held -> store.shrink(0, store.limit));
            store.discardAbandoned();
            return store;
        } catch (IOException e) {
            throw store.failed("open", e);
        }
    }

    long limit() {
        return limit;
    }

    Path file(String name) {
        return folder.resolve(name + ENTRY);
    }

    /** Puts a finished file in place, dropping others where there is no room for it. */
    void put(Path finished, Path file, long bytes) throws IOException {
        locked(
                held -> {
                    long present = Files.exists(file) ? Files.size(file) : 0;
                    long sum = held - present + bytes;
                    if (sum > limit) {
                        Files.deleteIfExists(file);
                        sum = shrink(bytes, (long) (limit * LEFT_BY_DROPPING)) + bytes;
                    }
                    Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
                    return sum;
                });
    }

    void drop(Path file) {
        if (readOnly) {
            return;
        }
        try {
            locked(
                    held -> {
                        long size = Files.exists(file) ? Files.size(file) : 0;
                        Files.deleteIfExists(file);
                        return held - size;
                    });
        } catch (IOException e) {
            throw failed("write", e);
        }
    }

    /** Notes that a file was used. */
    void touch(Path file) throws IOException {
        if (readOnly) {
            return;
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (NoSuchFileException e) {
            // Another process dropped it after it was read: there is nothing left to note.
            return;
        }
    }

    void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw failed("write", e);
        }
    }

    long heldBytes() {
        try {
            return present(ENTRY).stream().mapToLong(Entry::bytes).sum();
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    UncheckedIOException failed(String tried, IOException cause) {
        return new UncheckedIOException(
                "The frame cache %s cannot be used (%s: %s). Make room or grant access, or use another folder or none."
                        .formatted(folder, tried, cause),
                cause);
    }

    /** Drops the files used longest ago until {@code bytes} more fit; the sum of what is left. */
    private long shrink(long bytes, long allowed) throws IOException {
        List<Entry> entries = present(ENTRY);
        long sum = entries.stream().mapToLong(Entry::bytes).sum();
        entries.sort(Comparator.comparing(Entry::used));
        for (Entry entry : entries) {
            if (sum + bytes <= allowed) {
                break;
            }
            Files.deleteIfExists(entry.file());
            sum -= entry.bytes();
        }
        return sum;
    }

    private void discardAbandoned() throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(ABANDONED));
        for (Entry entry : present(PARTIAL)) {
            if (entry.used().compareTo(old) < 0) {
                Files.deleteIfExists(entry.file());
            }
        }
    }

    private List<Entry> present(String ending) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : filesEndingIn(ending)) {
            try {
                entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (NoSuchFileException e) {
                // Moved or dropped by another process since the folder was listed.
                continue;
            }
        }
        return entries;
    }

    private List<Path> filesEndingIn(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(ending)).toList();
        }
    }

    private void locked(Change change) throws IOException {
        THREADS.lock();
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            ByteBuffer sum = ByteBuffer.allocate(Long.BYTES);
            boolean stated = lock.isValid() && channel.read(sum, 0) == Long.BYTES;
            long after = change.apply(stated ? sum.getLong(0) : heldBytes());
            channel.write(sum.putLong(0, after).clear(), 0);
        } finally {
            THREADS.unlock();
        }
    }

    private record Entry(Path file, long bytes, FileTime used) {}

    /** From the sum of sizes before to the sum after. */
    private interface Change {
        long apply(long held) throws IOException;
    }
}
