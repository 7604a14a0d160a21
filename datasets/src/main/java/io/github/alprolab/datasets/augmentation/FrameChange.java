package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.random.RandomGenerator;

/**
 * A random change to the pictures of a clip. What is drawn is drawn once and used for all of them.
 */
@FunctionalInterface
public interface FrameChange {
    /**
     * Changed pictures; the given ones stay as they are.
     *
     * @param random the source of chance: equal pictures and equal draws give equal results
     */
    Frames apply(Frames frames, RandomGenerator random);

    /** This change, then another. */
    default FrameChange then(FrameChange next) {
        return (frames, random) -> next.apply(apply(frames, random), random);
    }
}
