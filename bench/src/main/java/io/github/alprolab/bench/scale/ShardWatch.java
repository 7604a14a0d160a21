package io.github.alprolab.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees which shards are there while they are made, many times a second. A shard that is done twice
 * is another file under the same name.
 */
final class ShardWatch implements AutoCloseable {
    /** Milliseconds between two looks: other processes write the files and tell nothing. */
    private static final long EVERY = 20;

    private final Path folder;
    private final Map<Path, Object> files = new HashMap<>();
    private final Set<Path> twice = new HashSet<>();
    private final Thread thread = new Thread(this::watch, "shards");
    private long first;
    private long last;
    private volatile boolean ended;

    ShardWatch(Path folder) {
        this.folder = folder;
        thread.start();
    }

    private void watch() {
        try {
            while (!ended) {
                look();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(ShardWatch::isShard).toList()) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                Object key = now.fileKey() + " " + now.lastModifiedTime();
                Object before = files.put(file, key);
                if (before == null) {
                    last = System.nanoTime();
                    first = first == 0 ? last : first;
                }
                if (before != null && !before.equals(key)) {
                    twice.add(file);
                }
            }
        } catch (NoSuchFileException moved) {
            return; // between the list and the look
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isShard(Path file) {
        return file.getFileName().toString().matches("shard-\\d+\\.parquet");
    }

    /** How many shards there are. */
    synchronized int done() {
        look();
        return files.size();
    }

    /** Shards a second between the first and the last that were seen: work without any start. */
    synchronized double rate() {
        return (files.size() - 1) / ((last - first) / 1e9);
    }

    /** How many were done more than once. */
    synchronized int twice() {
        look();
        return twice.size();
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
