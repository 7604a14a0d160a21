package io.github.alprolab.datasets.sprites;

import java.awt.image.BufferedImage;

/**
 * A picture of {@value #SIDE} × {@value #SIDE} pixels with transparency.
 *
 * @see #argb
 */
final class SpritePicture {
    static final int SIDE = 64;

    /** From this level on, of 255, a pixel counts as part of the thing shown. */
    private static final int OPAQUE_ENOUGH = 128;

    private final int[] argb;
    private final Bounds bounds;
    private final int meanColour;

    private SpritePicture(int[] argb) {
        this.argb = argb;
        this.bounds = bounds(argb);
        this.meanColour = meanColour(argb);
    }

    static SpritePicture of(BufferedImage strip, int left, int top) {
        return new SpritePicture(strip.getRGB(left, top, SIDE, SIDE, null, 0, SIDE));
    }

    /** Pixel as non-premultiplied alpha, red, green, blue. */
    int argb(int x, int y) {
        return argb[y * SIDE + x];
    }

    /** The smallest box around what is shown, in pixels. */
    Bounds bounds() {
        return bounds;
    }

    /** Mean colour of what is shown, 0xRRGGBB. */
    int meanColour() {
        return meanColour;
    }

    /** Edges in pixels; right and bottom exclusive. */
    record Bounds(int left, int top, int right, int bottom) {}

    private static Bounds bounds(int[] argb) {
        int left = SIDE;
        int top = SIDE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 >= OPAQUE_ENOUGH) {
                left = Math.min(left, i % SIDE);
                right = Math.max(right, i % SIDE + 1);
                top = Math.min(top, i / SIDE);
                bottom = Math.max(bottom, i / SIDE + 1);
            }
        }
        if (right == 0) {
            throw new IllegalStateException("a sprite picture is empty");
        }
        return new Bounds(left, top, right, bottom);
    }

    private static int meanColour(int[] argb) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long weight = 0;
        for (int pixel : argb) {
            int alpha = pixel >>> 24;
            red += (long) alpha * (pixel >> 16 & 0xff);
            green += (long) alpha * (pixel >> 8 & 0xff);
            blue += (long) alpha * (pixel & 0xff);
            weight += alpha;
        }
        return (int) (red / weight) << 16 | (int) (green / weight) << 8 | (int) (blue / weight);
    }
}
