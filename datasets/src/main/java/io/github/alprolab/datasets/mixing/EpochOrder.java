package io.github.alprolab.datasets.mixing;

import java.util.Random;
import java.util.stream.IntStream;

/** In which order the items of a data set are visited, by seed and epoch. */
public enum EpochOrder {
    /** Another random order in every epoch. */
    ADVANCING {
        @Override
        public int[] order(int size, long seed, int epoch) {
            return shuffled(size, mixed(seed, epoch));
        }
    },
    /** As published: the sampler's epoch is never advanced, so every pass has the same order. */
    FROZEN {
        @Override
        public int[] order(int size, long seed, int epoch) {
            return ADVANCING.order(size, seed, 0);
        }
    },
    /** From the first to the last, for evaluation. */
    SEQUENTIAL {
        @Override
        public int[] order(int size, long seed, int epoch) {
            return IntStream.range(0, size).toArray();
        }
    };

    /**
     * Every item once.
     *
     * @param size items of the data set, at least 0
     * @param epoch passes made before, from 0
     * @return the numbers {@code 0..size-1}; equal arguments give the equal order on every machine
     */
    public abstract int[] order(int size, long seed, int epoch);

    /**
     * A random order: that in which {@link java.util.Collections#shuffle} puts a list by {@code new
     * Random(seed)}.
     *
     * @param size at least 0
     * @return the numbers {@code 0..size-1}
     */
    public static int[] shuffled(int size, long seed) {
        // Java specifies the numbers of this generator to the bit.
        Random random = new Random(seed);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** The finaliser of SplitMix64: neighbouring numbers give unrelated seeds. */
    static long mixed(long seed, long number) {
        long z = seed + (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
