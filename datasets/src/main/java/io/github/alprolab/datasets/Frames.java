package io.github.alprolab.datasets;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;

/**
 * Pictures of one clip, immutable: {@code count × height × width × 3} bytes, row-major, RGB, each
 * byte an unsigned level 0..255.
 */
public final class Frames {
    private static final int CHANNELS = 3;

    private final int count;
    private final int height;
    private final int width;
    private final byte[] rgb;

    private Frames(int count, int height, int width, byte[] rgb) {
        this.count = count;
        this.height = height;
        this.width = width;
        this.rgb = rgb;
    }

    /**
     * Copies the bytes.
     *
     * @throws IllegalArgumentException if a size is not positive or the array has another length
     *     than {@code count * height * width * 3}
     */
    public static Frames of(int count, int height, int width, byte[] rgb) {
        if (count < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "frames need positive sizes, got %s x %s x %s".formatted(count, height, width));
        }
        long wanted = (long) count * height * width * CHANNELS;
        if (rgb.length != wanted) {
            throw new IllegalArgumentException(
                    "%s frames of %s x %s RGB take %s bytes, got %s"
                            .formatted(count, height, width, wanted, rgb.length));
        }
        return new Frames(count, height, width, rgb.clone());
    }

    /** Number of pictures, at least 1. */
    public int count() {
        return count;
    }

    /** Rows of each picture. */
    public int height() {
        return height;
    }

    /** Columns of each picture. */
    public int width() {
        return width;
    }

    /** A copy of all bytes. */
    public byte[] rgb() {
        return rgb.clone();
    }

    /** Number of bytes: {@code count * height * width * 3}. */
    public int byteCount() {
        return rgb.length;
    }

    /**
     * Copies all bytes into an array.
     *
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void copyTo(byte[] target, int offset) {
        Objects.checkFromIndexSize(offset, rgb.length, target.length);
        System.arraycopy(rgb, 0, target, offset, rgb.length);
    }

    /**
     * The pictures at these positions, in this order; a position may be repeated.
     *
     * @throws IndexOutOfBoundsException if a position is outside {@code 0..count-1}
     */
    public Frames select(int[] indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("select needs at least one index");
        }
        int stride = height * width * CHANNELS;
        byte[] chosen = new byte[Math.multiplyExact(indices.length, stride)];
        for (int i = 0; i < indices.length; i++) {
            int from = Objects.checkIndex(indices[i], count);
            System.arraycopy(rgb, from * stride, chosen, i * stride, stride);
        }
        return new Frames(indices.length, height, width, chosen);
    }

    /** Picture {@code t} as a new image of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage image(int t) {
        int pixels = height * width;
        int at = Objects.checkIndex(t, count) * pixels * CHANNELS;
        int[] packed = new int[pixels];
        for (int i = 0; i < pixels; i++, at += CHANNELS) {
            packed[i] = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, packed, 0, width);
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frames that
                && count == that.count
                && height == that.height
                && width == that.width
                && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, height, width, Arrays.hashCode(rgb));
    }

    @Override
    public String toString() {
        return "Frames[%s x %s x %s RGB]".formatted(count, height, width);
    }
}
