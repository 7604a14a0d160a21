package io.github.alprolab.alpro.prompter;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.augmentation.Crop;

/**
 * The crop clip: pixels inside the box stay in place, all others are 0 (docs/method.md section
 * 3.5.1).
 */
public final class CropPixels {
    private CropPixels() {}

    /**
     * The same box of every frame.
     *
     * @param frames T square frames of a clip
     * @param patch edge of a patch in pixels
     * @return as many of the same size
     */
    public static Frames of(Frames frames, CropBox box, int patch) {
        return new Crop(
                        box.top() * patch,
                        box.left() * patch,
                        box.height() * patch,
                        box.width() * patch)
                .inPlace(frames);
    }
}
