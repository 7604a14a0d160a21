package io.github.alprolab.alpro.prompter;

import java.util.random.RandomGenerator;

/**
 * Draws the random crop (paper section 3.3; docs/method.md section 3.5.1): an area of a share of
 * the frame before it is floored to patches, a height-to-width ratio uniform in 0.3 to 1/0.3, any
 * place where it fits.
 */
public final class CropSampler {
    private static final double RATIO_LEAST = 0.3;
    private static final double RATIO_MOST = 1 / 0.3;

    /** Far more than the few that a frame of some patches needs. */
    private static final int PROPOSALS = 100_000;

    private final int size;
    private final int patch;
    private final double least;
    private final double most;

    /**
     * For square frames.
     *
     * @param size edge of a frame in pixels
     * @param patch edge of a patch in pixels
     * @param least smallest area as a share of the frame
     * @param most largest area as a share of the frame
     */
    public CropSampler(int size, int patch, double least, double most) {
        this.size = size;
        this.patch = patch;
        this.least = least;
        this.most = most;
    }

    /**
     * Proposes boxes until one fits the frame and holds a patch.
     *
     * @throws IllegalArgumentException where none of these areas holds a patch
     */
    public CropBox sample(RandomGenerator random) {
        for (int i = 0; i < PROPOSALS; i++) {
            double area = (least + random.nextDouble() * (most - least)) * size * size;
            double ratio = RATIO_LEAST + random.nextDouble() * (RATIO_MOST - RATIO_LEAST);
            int width = (int) Math.sqrt(area / ratio) / patch;
            int height = (int) Math.sqrt(area * ratio) / patch;
            int left = random.nextInt(size) / patch;
            int top = random.nextInt(size) / patch;
            int grid = size / patch;
            if (width > 0 && height > 0 && left + width <= grid && top + height <= grid) {
                return new CropBox(top, left, height, width);
            }
        }
        throw new IllegalArgumentException(
                "crops of %s to %s of a frame of %d pixels are given; allowed are shares above %s, which hold a patch of %d"
                        .formatted(least, most, size, share(), patch));
    }

    /** Of one patch. */
    private double share() {
        return (double) patch * patch / size / size;
    }
}
