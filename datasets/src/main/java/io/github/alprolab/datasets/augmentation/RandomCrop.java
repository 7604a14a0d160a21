package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.random.RandomGenerator;

/**
 * A square part at a place drawn uniformly from all that fit, both edges included.
 *
 * @param size side in pixels
 */
public record RandomCrop(int size) implements FrameChange {
    public RandomCrop {
        if (size < 1) {
            throw new IllegalArgumentException("a crop has at least 1 pixel, got " + size);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the pictures are smaller than the crop
     */
    @Override
    public Frames apply(Frames frames, RandomGenerator random) {
        if (frames.height() < size || frames.width() < size) {
            throw new IllegalArgumentException(
                    "a crop of %s x %s does not fit into %s; decode at %s or more"
                            .formatted(size, size, frames, size));
        }
        int top = random.nextInt(frames.height() - size + 1);
        int left = random.nextInt(frames.width() - size + 1);
        return new Crop(top, left, size, size).of(frames);
    }
}
