package io.github.alprolab.datasets;

import java.util.random.RandomGenerator;

/** A sampling rule with a name for the record, checking its arguments. */
record NamedSampling(String name, FrameSampling rule) implements FrameSampling {
    @Override
    public int[] indices(int frameCount, int wanted, RandomGenerator random) {
        if (frameCount < 1 || wanted < 1) {
            throw new IllegalArgumentException(
                    "sampling needs at least one frame and one wanted, got %s and %s"
                            .formatted(frameCount, wanted));
        }
        return rule.indices(frameCount, wanted, random);
    }

    @Override
    public String toString() {
        return name;
    }
}
