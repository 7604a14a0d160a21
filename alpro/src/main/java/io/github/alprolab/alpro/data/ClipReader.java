package io.github.alprolab.alpro.data;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /**
     * How clips are looked at.
     *
     * @param sampling which frames
     * @param random of that choice
     * @param augmentation what is changed in them
     * @param chance of the changes, for each pair
     */
    record Look(
            FrameSampling sampling,
            RandomGenerator random,
            Augmentation augmentation,
            Function<Pair, RandomGenerator> chance) {
        /** At the clips as they are. */
        static Look plain(FrameSampling sampling, RandomGenerator random) {
            return new Look(sampling, random, Augmentation.none(), pair -> random);
        }
    }

    /** Exactly these pairs; throws on the first clip that cannot be read. */
    Read exactly(List<Pair> pairs, Look look) {
        byte[] pixels = new byte[Math.multiplyExact(pairs.size(), bytes())];
        for (int i = 0; i < pairs.size(); i++) {
            read(pairs.get(i), look, pixels, i * bytes());
        }
        return new Read(pairs, pixels);
    }

    /**
     * These pairs, or {@code others} in the place of those whose clips cannot be read.
     *
     * @throws ClipException if {@value #MOST_REPLACEMENTS} others cannot be read either
     */
    Read replacing(List<Pair> pairs, Supplier<Pair> others, Look look) {
        byte[] pixels = new byte[Math.multiplyExact(pairs.size(), bytes())];
        List<Pair> read = new ArrayList<>(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            int left = MOST_REPLACEMENTS;
            while (!isRead(read.get(i), look, pixels, i * bytes(), left == 0)) {
                read.set(i, others.get());
                left--;
            }
        }
        return new Read(List.copyOf(read), pixels);
    }

    private boolean isRead(Pair pair, Look look, byte[] pixels, int offset, boolean last) {
        try {
            read(pair, look, pixels, offset);
            return true;
        } catch (ClipException e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }

    private void read(Pair pair, Look look, byte[] pixels, int offset) {
        ClipSource clip = pair.clip();
        int[] indices = look.sampling().indices(clip.frameCount(), frames, look.random());
        look.augmentation()
                .frames(cache::frames, clip, indices, size, look.chance().apply(pair))
                .copyTo(pixels, offset);
    }

    private int bytes() {
        return frames * size * size * 3;
    }
}
