package io.github.alprolab.dsl.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Small data for figures, and what can be seen of a drawing. */
final class Drawn {
    static final Bars BARS =
            new Bars(
                    "Words",
                    List.of(
                            new Bar("circle", 0.5, "50 %", Ink.BLUE, false),
                            new Bar("square", 0.25, "25 %", Ink.PURPLE, true)));

    private Drawn() {}

    static Curves curves(Line... lines) {
        return new Curves("Loss", "epoch", List.of(lines), List.of(), OptionalDouble.empty());
    }

    static Line line(String name, double... ys) {
        List<Point> points =
                IntStream.range(0, ys.length).mapToObj(i -> new Point(i, ys[i])).toList();
        return new Line(name, Ink.BLUE, true, points);
    }

    static BufferedImage plain(Color color) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();
        return image;
    }

    /** The lower part, without its first rows of pixels: what lies below title and legend. */
    static BufferedImage below(int rows, BufferedImage image) {
        return image.getSubimage(0, rows, image.getWidth(), image.getHeight() - rows);
    }

    static long colours(BufferedImage image) {
        int[] all =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).distinct().count();
    }

    static boolean shows(BufferedImage image, Color color) {
        int[] all =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).anyMatch(rgb -> rgb == color.getRGB());
    }

    static boolean same(BufferedImage first, BufferedImage second) {
        return Arrays.equals(pixels(first), pixels(second));
    }

    private static int[] pixels(BufferedImage image) {
        int width = image.getWidth();
        return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    }
}
