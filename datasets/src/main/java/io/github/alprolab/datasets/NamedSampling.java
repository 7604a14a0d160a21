package io.github.alprolab.datasets;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A sampling rule with a name for the record and the expression that makes it, checking its
 * arguments and what it gives. Rules of one name are equal.
 */
record NamedSampling(String name, String code, FrameSampling rule) implements FrameSampling {
    @Override
    public int[] indices(int frameCount, int wanted, RandomGenerator random) {
        if (frameCount < 1 || wanted < 1) {
            throw new IllegalArgumentException(
                    "sampling needs at least one frame and one wanted, got %s and %s"
                            .formatted(frameCount, wanted));
        }
        int[] indices = rule.indices(frameCount, wanted, random);
        if (!fits(indices, frameCount, wanted)) {
            throw new IllegalArgumentException(
                    "the sampling “%s” gives %s of %d frames where %d are wanted; allowed are %d positions 0..%d, ascending"
                            .formatted(
                                    name,
                                    Arrays.toString(indices),
                                    frameCount,
                                    wanted,
                                    wanted,
                                    frameCount - 1));
        }
        return indices;
    }

    private static boolean fits(int[] indices, int frameCount, int wanted) {
        int before = 0;
        for (int index : indices) {
            if (index < before || index >= frameCount) {
                return false;
            }
            before = index;
        }
        return indices.length == wanted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedSampling that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
