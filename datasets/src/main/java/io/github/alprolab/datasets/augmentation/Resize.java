package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.function.DoubleUnaryOperator;

/**
 * Squashes pictures to a square, smoothing where they shrink. The same bytes as the Python Imaging
 * Library gives: filters widened by the scale, 22 bits of fraction, columns before rows.
 */
public final class Resize {
    private static final int CHANNELS = 3;

    private final int size;
    private final double support;
    private final DoubleUnaryOperator filter;

    private Resize(int size, double support, DoubleUnaryOperator filter) {
        if (size < 1) {
            throw new IllegalArgumentException("pictures have at least 1 pixel, got " + size);
        }
        this.size = size;
        this.support = support;
        this.filter = filter;
    }

    /** By a triangle of 2 pixels. */
    public static Resize bilinear(int size) {
        return new Resize(size, 1, x -> Math.max(0, 1 - Math.abs(x)));
    }

    /** By Keys' cubic with a = −0.5, 4 pixels wide. */
    public static Resize bicubic(int size) {
        return new Resize(size, 2, x -> cubic(Math.abs(x)));
    }

    /** Pictures of {@code size × size}. */
    public Frames of(Frames frames) {
        int height = frames.height();
        int width = frames.width();
        byte[] rgb = frames.rgb();
        if (width != size) {
            Resampling across = new Resampling(width, size, support, filter);
            rgb = across.run(rgb, frames.count() * height, CHANNELS);
        }
        if (height != size) {
            Resampling down = new Resampling(height, size, support, filter);
            rgb = down.run(rgb, frames.count(), size * CHANNELS);
        }
        return Frames.of(frames.count(), size, size, rgb);
    }

    private static double cubic(double x) {
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
}
