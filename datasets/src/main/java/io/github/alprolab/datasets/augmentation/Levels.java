package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.stream.IntStream;

/** Operations that change each level by itself or by its neighbours. */
final class Levels {
    private static final int CHANNELS = 3;
    private static final int LEVELS = 256;

    /** Weights of blue, green and red that the published code applies to red, green and blue. */
    private static final double[] GREY = {0.114, 0.587, 0.299};

    /** Centre of the smoothing kernel and the sum of all its nine weights. */
    private static final int CENTRE = 5;

    private static final int SUM = 13;

    private Levels() {}

    /** {@code clip(v · factor)}, cut to whole levels. */
    static Frames brightness(Frames frames, double factor) {
        byte[] table = new byte[LEVELS];
        for (int v = 0; v < LEVELS; v++) {
            table[v] = clipped(v * (float) factor);
        }
        byte[] rgb = frames.rgb();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = table[rgb[i] & 0xff];
        }
        return like(frames, rgb);
    }

    /** {@code clip((v − μ) · factor + μ)}, cut to whole levels; μ is of each picture. */
    static Frames contrast(Frames frames, double factor) {
        byte[] rgb = frames.rgb();
        int stride = rgb.length / frames.count();
        for (int start = 0; start < rgb.length; start += stride) {
            double mean = mean(rgb, start, stride);
            byte[] table = new byte[LEVELS];
            for (int v = 0; v < LEVELS; v++) {
                table[v] = clipped((v - mean) * factor + mean);
            }
            for (int i = start; i < start + stride; i++) {
                rgb[i] = table[rgb[i] & 0xff];
            }
        }
        return like(frames, rgb);
    }

    /**
     * {@code s + factor · (v − s)} with s the smoothed picture; the outermost pixels stay.
     *
     * @param wraps whether results outside 0..255 are taken modulo 256 instead of clipped
     */
    static Frames sharpness(Frames frames, double factor, boolean wraps) {
        if (factor == 1) {
            return frames;
        }
        byte[] from = frames.rgb();
        byte[] to = from.clone();
        int row = frames.width() * CHANNELS;
        for (int y = 0; y < frames.count() * frames.height(); y++) {
            int inPicture = y % frames.height();
            if (inPicture > 0 && inPicture < frames.height() - 1) {
                for (int i = y * row + CHANNELS; i < (y + 1) * row - CHANNELS; i++) {
                    int smooth = smooth(from, i, row);
                    float value = smooth + (float) factor * ((from[i] & 0xff) - smooth);
                    to[i] = wraps ? (byte) (int) value : clipped(value);
                }
            }
        }
        return like(frames, to);
    }

    static Frames flip(Frames frames) {
        byte[] from = frames.rgb();
        byte[] to = new byte[from.length];
        int width = frames.width();
        for (int pixel = 0; pixel < from.length / CHANNELS; pixel++) {
            int column = pixel % width;
            int mirrored = pixel - column + width - 1 - column;
            System.arraycopy(from, pixel * CHANNELS, to, mirrored * CHANNELS, CHANNELS);
        }
        return like(frames, to);
    }

    /** To the nearest whole level; a thirteenth is never halfway. */
    private static int smooth(byte[] rgb, int at, int row) {
        int sum = (CENTRE - 1) * (rgb[at] & 0xff);
        for (int line = at - row; line <= at + row; line += row) {
            sum +=
                    (rgb[line - CHANNELS] & 0xff)
                            + (rgb[line] & 0xff)
                            + (rgb[line + CHANNELS] & 0xff);
        }
        return (2 * sum + SUM) / (2 * SUM);
    }

    private static double mean(byte[] rgb, int start, int length) {
        long[] sums = new long[CHANNELS];
        for (int i = 0; i < length; i++) {
            sums[i % CHANNELS] += rgb[start + i] & 0xff;
        }
        double pixels = length / (double) CHANNELS;
        return IntStream.range(0, CHANNELS)
                .mapToDouble(c -> sums[c] / pixels * GREY[c])
                .reduce(0, Double::sum);
    }

    private static byte clipped(double value) {
        return (byte) (int) Math.max(0, Math.min(LEVELS - 1, value));
    }

    private static Frames like(Frames frames, byte[] rgb) {
        return Frames.of(frames.count(), frames.height(), frames.width(), rgb);
    }
}
