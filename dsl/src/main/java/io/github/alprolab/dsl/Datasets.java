package io.github.alprolab.dsl;

import io.github.alprolab.datasets.MovingSprites;

/** The data sets there are. */
public final class Datasets {
    private Datasets() {}

    /**
     * The default corpus: named pictures that move over a background, rendered on this machine.
     * 4,096 training, 256 validation and 512 test clips; {@code .clips(Split.TRAIN, 1024)} changes
     * a number, {@code .seed(7)} the content.
     */
    public static MovingSprites movingSprites() {
        return MovingSprites.corpus();
    }
}
