package io.github.alprolab.datasets.cache;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Decoded pictures kept in a folder, across processes and restarts, up to a limit of bytes. What
 * was not used for longest is dropped first. Every picture has a checksum; an entry that fails it
 * is dropped and decoded anew. Safe for several threads and several processes on one folder.
 *
 * <p>The first request for a clip keeps the pictures asked for. A request that asks for others
 * (random sampling) decodes and keeps the whole clip where that takes at most {@value
 * #WHOLE_CLIPS}th of the limit. A clip whose {@linkplain ClipSource#fingerprint fingerprint} is not
 * known is decoded each time.
 *
 * <p>A folder that may only be read, as a class shares it, is read and never changed; what is
 * missing in it is kept in another one.
 */
public final class DiskFrameCache {
    private static final int WHOLE_CLIPS = 16;

    private final CacheStore store;

    /** Keeps what a store that may only be read lacks. */
    private final Optional<DiskFrameCache> own;

    private final AtomicLong damaged = new AtomicLong();

    private DiskFrameCache(CacheStore store, Optional<DiskFrameCache> own) {
        this.store = store;
        this.own = own;
    }

    /**
     * @param folder made if it is not there; nothing else may be in it
     * @param limit bytes to keep at most, at least 1; the smallest limit of the processes that
     *     share a folder holds
     * @throws UncheckedIOException if the folder cannot be used
     */
    public static DiskFrameCache open(Path folder, long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "a frame cache on disk takes 1 byte or more, got " + limit);
        }
        return new DiskFrameCache(CacheStore.open(folder, limit), Optional.empty());
    }

    /**
     * Same as {@link #open(Path, long)} for a folder of a cache, which may be one that a class
     * shares.
     *
     * @param cache holds the folder; where that may only be read, it is, and what is missing is
     *     kept below the user's own cache under the same name
     * @param folder its name below the cache
     */
    public static DiskFrameCache open(Path cache, Path folder, long limit) {
        Path shared = cache.resolve(folder);
        Path kept = CacheFolder.kept(cache, folder);
        DiskFrameCache own = open(kept, limit);
        return kept.equals(shared)
                ? own
                : new DiskFrameCache(CacheStore.read(shared, limit), Optional.of(own));
    }

    /** Same as {@link ClipSource#frames}, from the folder where possible. */
    public Frames frames(ClipSource clip, int[] indices, int size) {
        Optional<String> fingerprint = clip.fingerprint();
        if (fingerprint.isEmpty()) {
            return clip.frames(indices, size);
        }
        int[] distinct = Arrays.stream(indices).sorted().distinct().toArray();
        String name = name(fingerprint.get(), size);
        Frames found = find(name, distinct).orElseGet(() -> missing(clip, name, distinct, size));
        return found.select(
                Arrays.stream(indices).map(i -> Arrays.binarySearch(distinct, i)).toArray());
    }

    private Frames missing(ClipSource clip, String name, int[] distinct, int size) {
        return own.map(other -> other.frames(clip, distinct, size))
                .orElseGet(() -> decode(clip, name, distinct, size));
    }

    /** Bytes of all entries that count for the limit, those of other processes included. */
    public long heldBytes() {
        return own.map(DiskFrameCache::heldBytes).orElseGet(store::heldBytes);
    }

    /** Entries that this object found damaged and dropped. */
    public long damagedEntries() {
        return damaged.get();
    }

    private Optional<Frames> find(String name, int[] distinct) {
        Path file = store.file(name);
        try {
            Optional<Frames> found = FrameFile.read(file, distinct);
            if (found.isPresent()) {
                store.touch(file);
            }
            return found;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FrameFile.DamagedException e) {
            damaged.incrementAndGet();
            store.drop(file);
            return Optional.empty();
        } catch (IOException e) {
            throw store.failed("read", e);
        }
    }

    private Frames decode(ClipSource clip, String name, int[] distinct, int size) {
        boolean known = Files.exists(store.file(name));
        int[] all = IntStream.range(0, clip.frameCount()).toArray();
        boolean whole = known && FrameFile.bytes(all.length, size) <= store.limit() / WHOLE_CLIPS;
        int[] wanted = whole ? all : distinct;
        Frames decoded = clip.frames(wanted, size);
        if (whole || !known) {
            keep(name, wanted, decoded);
        }
        return whole ? decoded.select(distinct) : decoded;
    }

    private void keep(String name, int[] positions, Frames frames) {
        long bytes = FrameFile.bytes(positions.length, frames.width());
        if (bytes > store.limit()) {
            return;
        }
        Path partial = store.file(name).resolveSibling(UUID.randomUUID() + CacheStore.PARTIAL);
        try {
            FrameFile.write(partial, positions, frames);
            store.put(partial, store.file(name), bytes);
        } catch (IOException e) {
            throw store.failed("write", e);
        } finally {
            store.discard(partial);
        }
    }

    private static String name(String fingerprint, int size) {
        return Digest.sha256().addBare(size + ":" + fingerprint).hex();
    }
}
