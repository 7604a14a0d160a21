package io.github.alprolab.datasets.sprites;

import java.util.List;

/**
 * A stream of chance whose numbers this class defines itself (SplitMix64), so that no Java version
 * can change the corpus.
 */
final class ScriptRandom {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private ScriptRandom(long state) {
        this.state = state;
    }

    /** The stream that belongs to these numbers. */
    static ScriptRandom of(long... parts) {
        long state = 0;
        for (long part : parts) {
            state = mix(state + STEP ^ mix(part + STEP));
        }
        return new ScriptRandom(state);
    }

    /** A well-mixed 64-bit hash of a text. */
    static long hash(String text) {
        long state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = mix(state + STEP + text.charAt(i));
        }
        return mix(state);
    }

    /** Uniform in {@code 0..bound-1}. */
    int below(int bound) {
        // 53 random bits against at most 31: the bias is below 2^-22 and the same everywhere.
        return (int) ((next() >>> 11) % bound);
    }

    /** Uniform in {@code least..most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in this share of calls. */
    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long next() {
        state += STEP;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
