package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.random.RandomGenerator;

/**
 * Mirrors left and right in a share of the draws. Captions that speak of left and right become
 * false by it.
 *
 * @param probability 0..1
 */
public record RandomFlip(double probability) implements FrameChange {
    public RandomFlip {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is 0..1, got " + probability);
        }
    }

    @Override
    public Frames apply(Frames frames, RandomGenerator random) {
        boolean flipped = random.nextDouble() < probability;
        return flipped ? ImageOperation.HORIZONTAL_FLIP.apply(frames, 0) : frames;
    }
}
