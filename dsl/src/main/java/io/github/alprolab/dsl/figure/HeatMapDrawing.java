package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;

/** Draws a matrix as an image, what stands in and beside it, and the scale of colours. */
final class HeatMapDrawing {
    private static final Color NONE = new Color(0, 0, 0, 0);
    private static final int BOXES = 400;
    private static final int LEFT = 20;
    private static final int BOTTOM = 22;
    private static final int RIGHT = 88;
    private static final int SCALE = 16;
    private static final int SIDE = 520;
    private static final int CELL = 48;
    private static final int THUMBNAIL = 44;

    /** Most pixels of a name beside and below. */
    private static final int NAMES = 150;

    private static final int STANDING = 90;

    private HeatMapDrawing() {}

    static Size size(HeatMap map, int width) {
        Brush brush = Brush.measuring();
        double room =
                Math.max(1, Math.min(SIDE, width - LEFT - right(map, brush) - beside(map, brush)));
        double cell = cell(map, room);
        double below = below(map, brush, cell);
        return new Size(width, (int) (cell * map.values().rows() + below + BOTTOM + 8));
    }

    static void paint(HeatMap map, Brush brush, Size size) {
        double names = beside(map, brush);
        double room = size.width() - LEFT - right(map, brush) - names;
        double cell = cell(map, room);
        double height = size.height() - BOTTOM - below(map, brush, cell);
        cell = Math.max(0.1, Math.min(cell, height / map.values().rows()));
        Rectangle2D plot =
                new Rectangle2D.Double(
                        LEFT + names, 0, cell * map.values().columns(), cell * map.values().rows());
        cells(map, brush, plot, cell);
        brush.frame(plot, brush.theme().line(), 1, false);
        groups(map, brush, plot, cell);
        written(map, brush, plot, cell);
        frames(map, brush, plot, cell);
        rows(map, brush, plot, cell);
        double foot = columns(map, brush, plot, cell);
        brush.quiet(map.columns().title() + " →").around(plot.getCenterX(), foot + 16, Brush.SMALL);
        brush.quiet("← " + map.rows().title()).upwards(12, plot.getCenterY(), Brush.SMALL);
        scale(map, brush, plot);
    }

    /** Cells are squares. */
    private static double cell(HeatMap map, double room) {
        return Math.min(CELL, room / Math.max(map.values().columns(), map.values().rows()));
    }

    /** What names and pictures of rows take on the left. */
    private static double beside(HeatMap map, Brush brush) {
        List<String> groups = map.groups().stream().map(HeatMap.Group::name).toList();
        double names = Math.max(widest(groups, brush), widest(map.rows().names(), brush));
        double pictures = map.rows().thumbnails().isEmpty() ? 0 : THUMBNAIL + 3;
        return (names > 0 ? Math.min(NAMES, names) + 10 : 0) + pictures;
    }

    /** What the scale takes on the right, its unit above it as a whole. */
    private static double right(HeatMap map, Brush brush) {
        return Math.max(RIGHT, SCALE + brush.width(map.unit(), Brush.SMALL) + 4);
    }

    /** What names and pictures of columns take below. */
    private static double below(HeatMap map, Brush brush, double cell) {
        double names =
                names(map.columns()) && cell >= 9
                        ? Math.min(STANDING, widest(map.columns().names(), brush)) + 6
                        : 0;
        return names + (map.columns().thumbnails().isEmpty() ? 0 : thumbnail(map.columns(), cell));
    }

    private static boolean names(HeatMap.Axis axis) {
        return !axis.names().isEmpty();
    }

    private static double thumbnail(HeatMap.Axis axis, double cell) {
        return axis.thumbnails().isEmpty() ? 0 : Math.min(THUMBNAIL, cell) + 3;
    }

    private static double widest(Collection<String> names, Brush brush) {
        return names.stream().mapToDouble(n -> brush.width(n, Brush.SMALL)).max().orElse(0);
    }

    /** A few cells are boxes, which a file of strokes keeps; many are one picture. */
    private static void cells(HeatMap map, Brush brush, Rectangle2D plot, double cell) {
        Matrix values = map.values();
        if (values.rows() * values.columns() > BOXES) {
            brush.pixels(image(map), plot);
            return;
        }
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                double x = plot.getX() + j * cell;
                double y = plot.getY() + i * cell;
                // Overlapping by half a pixel, or the paper shines through between them.
                double width = Math.min(cell + 0.5, plot.getMaxX() - x);
                double height = Math.min(cell + 0.5, plot.getMaxY() - y);
                if (color(map, i, j) != NONE) {
                    brush.fill(new Rectangle2D.Double(x, y, width, height), color(map, i, j));
                }
            }
        }
    }

    private static BufferedImage image(HeatMap map) {
        Matrix values = map.values();
        BufferedImage image =
                new BufferedImage(values.columns(), values.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                image.setRGB(j, i, color(map, i, j).getRGB());
            }
        }
        return image;
    }

    private static Color color(HeatMap map, int row, int column) {
        if (!map.written().isEmpty() && map.written().get(row).get(column).isEmpty()) {
            return NONE;
        }
        double width = Math.max(most(map) - least(map), 1e-12);
        return Sequential.at((map.values().at(row, column) - least(map)) / width);
    }

    private static double least(HeatMap map) {
        return map.scale().map(Spread::low).orElseGet(map.values()::least);
    }

    private static double most(HeatMap map) {
        return map.scale().map(Spread::high).orElseGet(map.values()::most);
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

    private static void written(HeatMap map, Brush brush, Rectangle2D plot, double cell) {
        for (int i = 0; i < map.written().size(); i++) {
            for (int j = 0; j < map.written().get(i).size(); j++) {
                String word = brush.fit(map.written().get(i).get(j), cell - 2, Brush.SMALL);
                brush.text(word, Sequential.over(color(map, i, j)))
                        .around(
                                plot.getX() + (j + 0.5) * cell,
                                plot.getY() + (i + 0.5) * cell + 4,
                                Brush.SMALL);
            }
        }
    }

    private static void frames(HeatMap map, Brush brush, Rectangle2D plot, double cell) {
        int right = Math.min(map.values().rows(), map.values().columns());
        for (int i = 0; i < right && map.framed(); i++) {
            double edge = cell - 3;
            brush.box(
                    new Rectangle2D.Double(
                            plot.getX() + i * cell + 1.5,
                            plot.getY() + i * cell + 1.5,
                            edge,
                            edge));
        }
    }

    private static void rows(HeatMap map, Brush brush, Rectangle2D plot, double cell) {
        double edge = thumbnail(map.rows(), cell) - 3;
        double x = plot.getX() - 5 - Math.max(0, edge);
        for (int i = 0; i < map.values().rows(); i++) {
            double middle = plot.getY() + (i + 0.5) * cell;
            if (edge > 0) {
                brush.image(map.rows().thumbnails().get(i), x + 2, middle - edge / 2, edge, edge);
            }
            if (names(map.rows()) && cell >= 9) {
                String name = brush.fit(map.rows().names().get(i), NAMES, Brush.SMALL);
                brush.text(name).endingAt(x - 2, middle + 4, Brush.SMALL);
            }
        }
    }

    /** Names lie where all have room, and stand where they have not; gives where they end. */
    private static double columns(HeatMap map, Brush brush, Rectangle2D plot, double cell) {
        double edge = thumbnail(map.columns(), cell) - 3;
        double y = plot.getMaxY() + (edge > 0 ? edge + 3 : 0);
        List<BufferedImage> pictures = map.columns().thumbnails();
        for (int j = 0; j < pictures.size(); j++) {
            double x = plot.getX() + (j + 0.5) * cell - edge / 2;
            brush.image(pictures.get(j), x, plot.getMaxY() + 3, edge, edge);
        }
        if (!names(map.columns()) || cell < 9) {
            return y;
        }
        List<String> names =
                map.columns().names().stream()
                        .map(n -> brush.fit(n, STANDING, Brush.SMALL))
                        .toList();
        double length = widest(names, brush);
        boolean lying = length < cell - 4;
        for (int j = 0; j < names.size(); j++) {
            double x = plot.getX() + (j + 0.5) * cell;
            if (lying) {
                brush.text(names.get(j)).around(x, y + 14, Brush.SMALL);
            } else {
                double half = brush.width(names.get(j), Brush.SMALL) / 2;
                brush.text(names.get(j)).upwards(x + 4, y + 5 + half, Brush.SMALL);
            }
        }
        return y + (lying ? 16 : length + 6);
    }

    private static void scale(HeatMap map, Brush brush, Rectangle2D plot) {
        double x = plot.getMaxX() + SCALE;
        double height = Math.min(plot.getHeight() - 20, 200);
        for (int i = 0; i < height; i++) {
            brush.fill(new Rectangle2D.Double(x, 16.0 + i, 12, 1.3), Sequential.at(1 - i / height));
        }
        brush.quiet(map.unit()).at(x, 10, Brush.SMALL);
        brush.text(Numbers.decimals(most(map), 1)).at(x + 16, 24, Brush.SMALL);
        brush.text(Numbers.decimals(least(map), 1)).at(x + 16, 16 + height, Brush.SMALL);
    }
}
