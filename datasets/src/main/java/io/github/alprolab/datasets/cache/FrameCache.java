package io.github.alprolab.datasets.cache;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decoded pictures kept in memory up to a budget of bytes. What came first stays: training reads
 * all clips once an epoch, and of a corpus larger than the budget a cache that drops the oldest
 * would drop every clip just before it is wanted again. Thread-safe; decoding happens outside the
 * lock, so threads do not wait for each other.
 *
 * <p>The first request for a clip keeps the pictures asked for. A second request that asks for
 * others (random sampling) decodes and keeps the whole clip where there is room for it.
 */
public final class FrameCache {
    /**
     * As much as a corpus of some hundred small clips has. A corpus of thousands does not fit into
     * eight times as much either, and what is held here every garbage collection has to spare room
     * for.
     */
    private static final long LARGEST = 1L << 27;

    private final long budget;
    private final Optional<DiskFrameCache> disk;
    private final Map<Key, Entry> entries = new HashMap<>();
    private long held;

    private FrameCache(long budget, Optional<DiskFrameCache> disk) {
        this.budget = budget;
        this.disk = disk;
    }

    /**
     * @param budget bytes of pixels to keep at most; 0 keeps nothing
     */
    public static FrameCache ofBytes(long budget) {
        if (budget < 0) {
            throw new IllegalArgumentException("a cache holds 0 bytes or more, got " + budget);
        }
        return new FrameCache(budget, Optional.empty());
    }

    /**
     * One for a share of the Java heap, but 128 MiB at most.
     *
     * @param share from 0 to 1
     */
    public static FrameCache ofHeap(double share) {
        return ofBytes(Math.min((long) (Runtime.getRuntime().maxMemory() * share), LARGEST));
    }

    /** An empty cache of the same budget that looks on disk before it decodes. */
    public FrameCache over(DiskFrameCache disk) {
        return new FrameCache(budget, Optional.of(disk));
    }

    /** Same as {@link ClipSource#frames}, from memory where possible. */
    public Frames frames(ClipSource clip, int[] indices, int size) {
        Key key = new Key(clip, size);
        Entry known = find(key);
        if (known != null && known.holds(indices)) {
            return known.select(indices);
        }
        boolean whole = known != null && hasRoom(wholeBytes(clip, size) - known.bytes());
        Entry decoded = decode(clip, whole ? allOf(clip) : indices, size);
        if (known == null || whole) {
            keep(key, decoded);
        }
        return decoded.select(indices);
    }

    /** Bytes of pixels held now, at most the budget. */
    public synchronized long heldBytes() {
        return held;
    }

    private synchronized Entry find(Key key) {
        return entries.get(key);
    }

    private synchronized boolean hasRoom(long bytes) {
        return held + bytes <= budget;
    }

    private synchronized void keep(Key key, Entry entry) {
        Entry present = entries.get(key);
        long more = entry.bytes() - (present == null ? 0 : present.bytes());
        // Another thread may have kept more of the clip, or taken the room, meanwhile.
        if (more > 0 && hasRoom(more)) {
            entries.put(key, entry);
            held += more;
        }
    }

    private Entry decode(ClipSource clip, int[] indices, int size) {
        int[] distinct = Arrays.stream(indices).sorted().distinct().toArray();
        return new Entry(
                distinct,
                disk.map(d -> d.frames(clip, distinct, size))
                        .orElseGet(() -> clip.frames(distinct, size)));
    }

    private static long wholeBytes(ClipSource clip, int size) {
        return 3L * size * size * clip.frameCount();
    }

    private static int[] allOf(ClipSource clip) {
        return IntStream.range(0, clip.frameCount()).toArray();
    }

    private record Key(ClipSource clip, int size) {}

    /** Pictures of one clip with their positions in it, ascending. */
    private record Entry(int[] positions, Frames frames) {
        boolean holds(int[] indices) {
            return Arrays.stream(indices).allMatch(i -> Arrays.binarySearch(positions, i) >= 0);
        }

        Frames select(int[] indices) {
            return frames.select(
                    Arrays.stream(indices).map(i -> Arrays.binarySearch(positions, i)).toArray());
        }

        long bytes() {
            return frames.byteCount();
        }
    }
}
