package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;

/** Pictures for tests. */
final class Pictures {
    private Pictures() {}

    /** Noise by the linear congruential generator of the C standard's example. */
    static Frames noise(int count, int height, int width, int seed) {
        int state = seed;
        byte[] rgb = new byte[count * height * width * 3];
        for (int i = 0; i < rgb.length; i++) {
            state = state * 1103515245 + 12345 & 0x7fffffff;
            rgb[i] = (byte) (state >> 16);
        }
        return Frames.of(count, height, width, rgb);
    }

    /** Grey levels, the same in all channels. */
    static Frames grey(int height, int width, int... levels) {
        byte[] rgb = new byte[height * width * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) levels[i / 3];
        }
        return Frames.of(1, height, width, rgb);
    }

    /** The same picture so many times. */
    static Frames still(Frames picture, int times) {
        return picture.select(new int[times]);
    }

    static int level(Frames frames, int y, int x) {
        return frames.rgb()[(y * frames.width() + x) * 3] & 0xff;
    }
}
