package io.github.alprolab.datasets;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Decoded pictures kept in memory up to a budget of bytes; what was used least recently goes first.
 * Thread-safe; decoding happens outside the lock, so threads do not wait for each other.
 *
 * <p>The first request for a clip keeps the pictures asked for. A second request that asks for
 * others (random sampling) decodes and keeps the whole clip.
 */
public final class FrameCache {
    private final long budget;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    private FrameCache(long budget) {
        this.budget = budget;
    }

    /**
     * @param budget bytes of pixels to keep at most; 0 keeps nothing
     */
    public static FrameCache ofBytes(long budget) {
        if (budget < 0) {
            throw new IllegalArgumentException("a cache holds 0 bytes or more, got " + budget);
        }
        return new FrameCache(budget);
    }

    /** Same as {@link Clip#frames}, from memory where possible. */
    public Frames frames(Clip clip, int[] indices, int size) {
        Key key = new Key(clip, size);
        Entry known = find(key);
        if (known != null && known.holds(indices)) {
            return known.select(indices);
        }
        Entry decoded = decode(clip, known == null ? indices : allOf(clip), size);
        keep(key, decoded);
        return decoded.select(indices);
    }

    /** Bytes of pixels held now, at most the budget. */
    public synchronized long heldBytes() {
        return held;
    }

    private synchronized Entry find(Key key) {
        return entries.get(key);
    }

    private synchronized void keep(Key key, Entry entry) {
        if (entry.bytes() > budget) {
            return;
        }
        Entry replaced = entries.put(key, entry);
        held += entry.bytes() - (replaced == null ? 0 : replaced.bytes());
        Iterator<Entry> oldest = entries.values().iterator();
        while (held > budget) {
            held -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private static Entry decode(Clip clip, int[] indices, int size) {
        int[] distinct = Arrays.stream(indices).sorted().distinct().toArray();
        return new Entry(distinct, clip.frames(distinct, size));
    }

    private static int[] allOf(Clip clip) {
        return IntStream.range(0, clip.frameCount()).toArray();
    }

    private record Key(Clip clip, int size) {}

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
