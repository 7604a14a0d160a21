package io.github.alprolab.alpro.data;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Reads the sampled frames of a batch's clips. */
final class ClipReader {
    /** As many as the published pre-training loaders try. */
    static final int MOST_REPLACEMENTS = 10;

    private final FrameCache cache;
    private final int frames;
    private final int size;

    ClipReader(FrameCache cache, int frames, int size) {
        this.cache = cache;
        this.frames = frames;
        this.size = size;
    }

    /**
     * What was read.
     *
     * @param pairs those whose clips were read, B
     * @param pixels (B, T, H, W, 3) unsigned bytes
     */
    record Read(List<Pair> pairs, byte[] pixels) {
        long replaced(List<Pair> wanted) {
            long replaced = 0;
            for (int i = 0; i < wanted.size(); i++) {
                replaced += wanted.get(i) == pairs.get(i) ? 0 : 1;
            }
            return replaced;
        }
    }

    /** Exactly these pairs; throws on the first clip that cannot be read. */
    Read exactly(List<Pair> pairs, FrameSampling sampling, RandomGenerator random) {
        byte[] pixels = new byte[Math.multiplyExact(pairs.size(), bytes())];
        for (int i = 0; i < pairs.size(); i++) {
            read(pairs.get(i), sampling, random, pixels, i * bytes());
        }
        return new Read(pairs, pixels);
    }

    /**
     * These pairs, or {@code others} in the place of those whose clips cannot be read.
     *
     * @throws ClipException if {@value #MOST_REPLACEMENTS} others cannot be read either
     */
    Read replacing(
            List<Pair> pairs,
            Supplier<Pair> others,
            FrameSampling sampling,
            RandomGenerator random) {
        byte[] pixels = new byte[Math.multiplyExact(pairs.size(), bytes())];
        List<Pair> read = new ArrayList<>(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            int left = MOST_REPLACEMENTS;
            while (!isRead(read.get(i), sampling, random, pixels, i * bytes(), left == 0)) {
                read.set(i, others.get());
                left--;
            }
        }
        return new Read(List.copyOf(read), pixels);
    }

    private boolean isRead(
            Pair pair,
            FrameSampling sampling,
            RandomGenerator random,
            byte[] pixels,
            int offset,
            boolean last) {
        try {
            read(pair, sampling, random, pixels, offset);
            return true;
        } catch (ClipException e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }

    private void read(
            Pair pair, FrameSampling sampling, RandomGenerator random, byte[] pixels, int offset) {
        int[] indices = sampling.indices(pair.clip().frameCount(), frames, random);
        cache.frames(pair.clip(), indices, size).copyTo(pixels, offset);
    }

    private int bytes() {
        return frames * size * size * 3;
    }
}
