package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;

/**
 * Bilinear affine warp by OpenCV's arithmetic: places in 1/1024 of a pixel, rounded to 1/32; what
 * comes from outside is grey {@value #FILL}. Positions are those of pixel corners' indices, so the
 * centre of the first pixel is (0, 0).
 */
final class AffineWarp {
    private static final int CHANNELS = 3;
    private static final int FILL = 128;
    private static final int PLACE_BITS = 10;
    private static final int SHARE_BITS = 5;
    private static final int SHARES = 1 << SHARE_BITS;

    private final double xx;
    private final double xy;
    private final double x0;
    private final double yx;
    private final double yy;
    private final double y0;

    /** By the inverse map: the place in the source is {@code (xx·x + xy·y + x0, yx·x + …)}. */
    private AffineWarp(double xx, double xy, double x0, double yx, double yy, double y0) {
        this.xx = xx;
        this.xy = xy;
        this.x0 = x0;
        this.yx = yx;
        this.yy = yy;
        this.y0 = y0;
    }

    /** Content at (x, y) goes to {@code (x + across·y, y + down·x)}; one of both is 0. */
    static AffineWarp shear(float across, float down) {
        return new AffineWarp(1, -across, 0, -down, 1, 0);
    }

    /** Content at (x, y) goes to {@code (x − left, y − up)}. */
    static AffineWarp translate(float left, float up) {
        return new AffineWarp(1, 0, left, 0, 1, up);
    }

    /** Content turns counter-clockwise about (width / 2, height / 2). */
    static AffineWarp rotate(double degrees, int width, int height) {
        double cos = StrictMath.cos(Math.toRadians(degrees));
        double sin = StrictMath.sin(Math.toRadians(degrees));
        double cx = width / 2.0;
        double cy = height / 2.0;
        double right = (1 - cos) * cx - sin * cy;
        double down = sin * cx + (1 - cos) * cy;
        // The determinant is 1 but for rounding; OpenCV divides by it.
        double scale = 1 / (cos * cos + sin * sin);
        double c = cos * scale;
        double s = sin * scale;
        return new AffineWarp(c, -s, -c * right + s * down, s, c, -s * right - c * down);
    }

    Frames of(Frames frames) {
        int height = frames.height();
        int width = frames.width();
        byte[] source = frames.rgb();
        byte[] result = new byte[source.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = place(xx * x, xy * y + x0);
                int row = place(yx * x, yy * y + y0);
                for (int t = 0; t < frames.count(); t++) {
                    Picture picture = new Picture(source, t * height * width, height, width);
                    int to = (t * height * width + y * width + x) * CHANNELS;
                    picture.sample(column, row, result, to);
                }
            }
        }
        return Frames.of(frames.count(), height, width, result);
    }

    /** In 1/32 of a pixel. */
    private static int place(double along, double rest) {
        int fixed = scaled(rest) + (1 << PLACE_BITS - SHARE_BITS - 1) + scaled(along);
        return fixed >> PLACE_BITS - SHARE_BITS;
    }

    private static int scaled(double value) {
        return (int) Math.rint(value * (1 << PLACE_BITS));
    }

    /** One picture of a clip, {@code start} pixels into its bytes. */
    private record Picture(byte[] rgb, int start, int height, int width) {
        void sample(int column, int row, byte[] into, int at) {
            int x = column >> SHARE_BITS;
            int y = row >> SHARE_BITS;
            int right = column & SHARES - 1;
            int down = row & SHARES - 1;
            for (int c = 0; c < CHANNELS; c++) {
                int upper = level(x, y, c) * (SHARES - right) + level(x + 1, y, c) * right;
                int lower = level(x, y + 1, c) * (SHARES - right) + level(x + 1, y + 1, c) * right;
                int sum = upper * (SHARES - down) + lower * down;
                into[at + c] = (byte) (sum + SHARES * SHARES / 2 >> 2 * SHARE_BITS);
            }
        }

        private int level(int x, int y, int channel) {
            boolean inside = x >= 0 && y >= 0 && x < width && y < height;
            return inside ? rgb[(start + y * width + x) * CHANNELS + channel] & 0xff : FILL;
        }
    }
}
