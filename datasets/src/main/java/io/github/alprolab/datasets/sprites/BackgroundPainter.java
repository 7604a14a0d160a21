package io.github.alprolab.datasets.sprites;

import java.awt.geom.Rectangle2D;

/** Paints a background into a square of RGB bytes. */
final class BackgroundPainter {
    private final Background background;
    private final Rectangle2D window;

    BackgroundPainter(Background background) {
        this.background = background;
        this.window = window(background);
    }

    /** Each side a quarter to nine tenths of the picture's, anywhere inside. */
    private static Rectangle2D window(Background background) {
        ScriptRandom random =
                ScriptRandom.of(background.first(), background.period(), background.variant());
        int width = random.between(250, 900);
        int height = random.between(250, 900);
        int left = random.between(0, 1000 - width);
        int top = random.between(0, 1000 - height);
        return new Rectangle2D.Double(left / 1000.0, top / 1000.0, width / 1000.0, height / 1000.0);
    }

    /** Row-major RGB of {@code size × size} pixels. */
    byte[] paint(int size) {
        byte[] rgb = new byte[size * size * 3];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double share = share((x + 0.5) / size, (y + 0.5) / size);
                put(rgb, (y * size + x) * 3, share);
            }
        }
        return rgb;
    }

    private void put(byte[] rgb, int at, double share) {
        for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            int first = background.first() >> shift & 0xff;
            int second = background.second() >> shift & 0xff;
            rgb[at + channel] = (byte) (int) (first + (second - first) * share + 0.5);
        }
    }

    /** How much of the second colour there is at a place, 0..1. */
    private double share(double x, double y) {
        double period = background.period() / 1000.0;
        return switch (background.kind()) {
            case FLAT -> 0;
            case GRADIENT -> along(x, y);
            case STRIPES -> Math.floor(along(x, y) / period) % 2 == 0 ? 0 : 1;
            case CHECKS -> (Math.floor(x / period) + Math.floor(y / period)) % 2 == 0 ? 0 : 1;
            case NOISE -> noise(x / period, y / period);
            case WINDOW -> window.contains(x, y) ? 0 : 1;
        };
    }

    private double along(double x, double y) {
        return switch (background.variant()) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> (x + y) / 2;
            default -> (x + 1 - y) / 2;
        };
    }

    private double noise(double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double across = smooth(x - column);
        double upper = mix(lattice(column, row), lattice(column + 1, row), across);
        double lower = mix(lattice(column, row + 1), lattice(column + 1, row + 1), across);
        return mix(upper, lower, smooth(y - row));
    }

    private double lattice(long column, long row) {
        int seed = background.first() * 4 + background.variant();
        return ScriptRandom.of(seed, column, row).below(1001) / 1000.0;
    }

    private static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
