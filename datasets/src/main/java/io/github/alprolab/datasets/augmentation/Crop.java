package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;

/**
 * A part of every picture, in pixels.
 *
 * @param top first row, from 0
 * @param left first column, from 0
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Crop(int top, int left, int height, int width) {
    private static final int CHANNELS = 3;

    public Crop {
        if (top < 0 || left < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a crop starts inside the picture and has positive sides, got %s %s %s %s"
                            .formatted(top, left, height, width));
        }
    }

    /**
     * This part alone.
     *
     * @throws IllegalArgumentException if it leaves the pictures
     */
    public Frames of(Frames frames) {
        requireInside(frames);
        byte[] from = frames.rgb();
        byte[] to = new byte[frames.count() * height * width * CHANNELS];
        int row = width * CHANNELS;
        for (int i = 0; i < frames.count() * height; i++) {
            int y = i / height * frames.height() + top + i % height;
            System.arraycopy(from, (y * frames.width() + left) * CHANNELS, to, i * row, row);
        }
        return Frames.of(frames.count(), height, width, to);
    }

    /**
     * This part in its place, with black around it.
     *
     * @throws IllegalArgumentException if it leaves the pictures
     */
    public Frames inPlace(Frames frames) {
        requireInside(frames);
        byte[] from = frames.rgb();
        byte[] to = new byte[from.length];
        for (int i = 0; i < frames.count() * height; i++) {
            int y = i / height * frames.height() + top + i % height;
            int start = (y * frames.width() + left) * CHANNELS;
            System.arraycopy(from, start, to, start, width * CHANNELS);
        }
        return Frames.of(frames.count(), frames.height(), frames.width(), to);
    }

    private void requireInside(Frames frames) {
        if (top + height > frames.height() || left + width > frames.width()) {
            throw new IllegalArgumentException(this + " leaves " + frames);
        }
    }
}
