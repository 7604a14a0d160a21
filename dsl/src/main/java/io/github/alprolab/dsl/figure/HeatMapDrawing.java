package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws a matrix as an image, its groups as brackets, and the scale of colours beside it. */
final class HeatMapDrawing {
    private static final int LEFT = 20;
    private static final int BOTTOM = 22;
    private static final int RIGHT = 76;

    private HeatMapDrawing() {}

    static void paint(HeatMap map, Brush brush, Size size) {
        double cell =
                Math.min(
                        (size.width() - LEFT - RIGHT - names(map, brush)) / map.values().columns(),
                        (size.height() - BOTTOM) / (double) map.values().rows());
        double left = LEFT + names(map, brush);
        Rectangle2D plot =
                new Rectangle2D.Double(
                        left, 0, cell * map.values().columns(), cell * map.values().rows());
        brush.pixels(image(map.values()), plot);
        brush.frame(plot, brush.theme().line(), 1, false);
        groups(map, brush, plot, cell);
        brush.quiet(map.columnTitle() + " →")
                .around(plot.getCenterX(), plot.getMaxY() + 16, Brush.SMALL);
        brush.quiet("← " + map.rowTitle()).upwards(12, plot.getCenterY(), Brush.SMALL);
        scale(map, brush, plot);
    }

    private static double names(HeatMap map, Brush brush) {
        return map.groups().stream()
                .mapToDouble(g -> brush.width(g.name(), Brush.SMALL) + 10)
                .max()
                .orElse(0);
    }

    private static BufferedImage image(Matrix values) {
        BufferedImage image =
                new BufferedImage(values.columns(), values.rows(), BufferedImage.TYPE_INT_RGB);
        double least = values.least();
        double width = Math.max(values.most() - least, 1e-12);
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                double share = (values.at(i, j) - least) / width;
                image.setRGB(j, i, Sequential.at(share).getRGB());
            }
        }
        return image;
    }

    private static void groups(HeatMap map, Brush brush, Rectangle2D plot, double cell) {
        double from = plot.getY();
        for (HeatMap.Group group : map.groups()) {
            double height = group.count() * cell;
            brush.line(
                    plot.getX() - 5,
                    from + 1,
                    plot.getX() - 5,
                    from + height - 1,
                    brush.theme().quiet(),
                    false);
            if (height >= 9) {
                brush.quiet(group.name())
                        .endingAt(plot.getX() - 9, from + height / 2 + 4, Brush.SMALL);
            }
            from += height;
        }
    }

    private static void scale(HeatMap map, Brush brush, Rectangle2D plot) {
        double x = plot.getMaxX() + 16;
        double height = Math.min(plot.getHeight() - 20, 200);
        for (int i = 0; i < height; i++) {
            brush.fill(new Rectangle2D.Double(x, 16.0 + i, 12, 1.3), Sequential.at(1 - i / height));
        }
        brush.quiet(map.unit()).at(x, 10, Brush.SMALL);
        brush.text(Numbers.decimals(map.values().most(), 1)).at(x + 16, 24, Brush.SMALL);
        brush.text(Numbers.decimals(map.values().least(), 1)).at(x + 16, 16 + height, Brush.SMALL);
    }
}
