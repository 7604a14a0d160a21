package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.random.RandomGenerator;

/**
 * Shows a share of the clips through a box: what is inside stays in place, everything outside is
 * black. It is what a prompter sees of a clip when it is asked about a crop (paper section 3.3).
 *
 * @param share of the draws, 0..1
 * @param box whose area and shape are drawn
 */
record MaskedCrop(double share, RandomResizedCrop box) implements FrameChange {
    /** Areas and shapes of PEM's crops. */
    static MaskedCrop likePem(int size, double share) {
        return new MaskedCrop(
                share, new RandomResizedCrop(Resize.bicubic(size), 0.3, 0.5, 0.3, 1 / 0.3));
    }

    @Override
    public Frames apply(Frames frames, RandomGenerator random) {
        boolean masked = random.nextDouble() < share;
        Crop crop = box.draw(frames.height(), frames.width(), random);
        return masked ? crop.inPlace(frames) : frames;
    }
}
