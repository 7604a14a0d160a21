package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;

/**
 * One change to pictures, with how strong it is at a magnitude 0..10. The published strengths are
 * those of {@link #argument}; see {@link RandAugment} for those with effect.
 */
public enum ImageOperation {
    IDENTITY(Strength.NONE),
    /** Away from the grey mean of each picture. */
    CONTRAST(Strength.FACTOR),
    BRIGHTNESS(Strength.FACTOR),
    /** Away from the smoothed picture. */
    SHARPNESS(Strength.FACTOR),
    /** As published: results outside 0..255 are taken modulo 256, so bright edges turn dark. */
    WRAPPING_SHARPNESS(Strength.FACTOR),
    SHEAR_X(Strength.SHEAR),
    SHEAR_Y(Strength.SHEAR),
    /** To the left. */
    TRANSLATE_X(Strength.PIXELS),
    /** Up. */
    TRANSLATE_Y(Strength.PIXELS),
    /** Counter-clockwise. */
    ROTATE(Strength.DEGREES),
    HORIZONTAL_FLIP(Strength.NONE);

    private static final double MOST = 10;

    /** Width for which published translations are meant, in pixels. */
    private static final double WIDTH = 224;

    private enum Strength {
        NONE,
        FACTOR,
        SHEAR,
        PIXELS,
        DEGREES
    }

    private final Strength strength;

    ImageOperation(Strength strength) {
        this.strength = strength;
    }

    /**
     * The published strength: a factor {@code 1.8·M/10 + 0.1}, a shear {@code 0.3·M/10}, {@code
     * 10·M/10} pixels or {@code 30·M/10} degrees; 0 where there is nothing to choose.
     *
     * @param magnitude M, 0..10
     */
    public double argument(double magnitude) {
        double share = magnitude / MOST;
        return switch (strength) {
            case NONE -> 0;
            case FACTOR -> share * 1.8 + 0.1;
            case SHEAR -> share * 0.3;
            case PIXELS -> share * 10;
            case DEGREES -> share * 30;
        };
    }

    /**
     * A strength that grows with the magnitude and has two directions: a factor {@code 1 ±
     * 0.9·M/10}; else plus or minus the published one, translations in proportion to the width.
     *
     * @param magnitude M, 0..10
     * @param negative which direction
     * @param width of the pictures in pixels
     */
    public double effectiveArgument(double magnitude, boolean negative, int width) {
        double sign = negative ? -1 : 1;
        return switch (strength) {
            case FACTOR -> 1 + sign * 0.9 * magnitude / MOST;
            case PIXELS -> sign * argument(magnitude) * width / WIDTH;
            default -> sign * argument(magnitude);
        };
    }

    /**
     * The same change to every picture.
     *
     * @param argument factor, shear, pixels or degrees; not used where there is nothing to choose
     */
    public Frames apply(Frames frames, double argument) {
        return switch (this) {
            case IDENTITY -> frames;
            case CONTRAST -> Levels.contrast(frames, argument);
            case BRIGHTNESS -> Levels.brightness(frames, argument);
            case SHARPNESS -> Levels.sharpness(frames, argument, false);
            case WRAPPING_SHARPNESS -> Levels.sharpness(frames, argument, true);
            case SHEAR_X -> AffineWarp.shear((float) argument, 0).of(frames);
            case SHEAR_Y -> AffineWarp.shear(0, (float) argument).of(frames);
            case TRANSLATE_X -> AffineWarp.translate((float) argument, 0).of(frames);
            case TRANSLATE_Y -> AffineWarp.translate(0, (float) argument).of(frames);
            case ROTATE -> AffineWarp.rotate(argument, frames.width(), frames.height()).of(frames);
            case HORIZONTAL_FLIP -> Levels.flip(frames);
        };
    }

    /**
     * Whether this strength leaves pictures as they are (contrast by a factor of 1: up to rounding,
     * which may take one level).
     */
    public boolean isNeutral(double argument) {
        return switch (strength) {
            case NONE -> this == IDENTITY;
            case FACTOR -> argument == 1;
            default -> argument == 0;
        };
    }
}
