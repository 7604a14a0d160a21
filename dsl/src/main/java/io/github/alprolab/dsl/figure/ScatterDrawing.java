package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws points, small pictures and the lines between what belongs together. */
final class ScatterDrawing {
    private static final int LEFT = 20;
    private static final int FOOT = 20;
    private static final int THUMBNAIL = 40;
    private static final int RADIUS = 4;

    private ScatterDrawing() {}

    static void paint(ScatterMap map, Brush brush, Size size) {
        int top = legend(map, brush.theme()).paint(brush, size.width()) + 4;
        Rectangle2D plot =
                new Rectangle2D.Double(
                        LEFT,
                        top,
                        Math.max(1, size.width() - LEFT - 1),
                        Math.max(1, size.height() - top - FOOT));
        brush.frame(plot, brush.theme().line(), 1, false);
        brush.quiet(map.xTitle() + " →")
                .around(plot.getCenterX(), plot.getMaxY() + 15, Brush.SMALL);
        brush.quiet(map.yTitle() + " →").upwards(12, plot.getCenterY(), Brush.SMALL);
        List<Point2D> places = places(map, plot);
        if (map.linked()) {
            links(map, brush, places);
        }
        for (int i = 0; i < places.size(); i++) {
            dot(map, brush, map.points().get(i), places.get(i));
        }
    }

    private static Legend legend(ScatterMap map, Theme theme) {
        Legend legend = new Legend();
        for (int i = 0; i < map.groups().size(); i++) {
            legend.mark(map.groups().get(i), color(i, theme), marker(i, 9, 6));
        }
        return legend;
    }

    private static Color color(int group, Theme theme) {
        return Ink.series(group).on(theme);
    }

    /** Far enough from the border for a picture. */
    private static List<Point2D> places(ScatterMap map, Rectangle2D plot) {
        Span x = Span.of(map.points().stream().map(ScatterMap.Dot::x), 0.02);
        Span y = Span.of(map.points().stream().map(ScatterMap.Dot::y), 0.02);
        double edge = THUMBNAIL / 2.0 + 4;
        double width = plot.getWidth() - 2 * edge;
        double height = plot.getHeight() - 2 * edge;
        return map.points().stream()
                .<Point2D>map(
                        p ->
                                new Point2D.Double(
                                        plot.getX()
                                                + edge
                                                + (p.x() - x.least()) / x.width() * width,
                                        plot.getMaxY()
                                                - edge
                                                - (p.y() - y.least()) / y.width() * height))
                .toList();
    }

    private static void links(ScatterMap map, Brush brush, List<Point2D> places) {
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                if (map.points().get(i).name().equals(map.points().get(j).name())) {
                    Point2D a = places.get(i);
                    Point2D b = places.get(j);
                    brush.line(
                            a.getX(), a.getY(), b.getX(), b.getY(), brush.theme().quiet(), false);
                }
            }
        }
    }

    private static void dot(ScatterMap map, Brush brush, ScatterMap.Dot dot, Point2D place) {
        int group = map.groups().indexOf(dot.group());
        Color color = color(group, brush.theme());
        if (dot.thumbnail().isPresent()) {
            double x = place.getX() - THUMBNAIL / 2.0;
            double y = place.getY() - THUMBNAIL / 2.0;
            brush.image(dot.thumbnail().get(), x, y, THUMBNAIL, THUMBNAIL);
            brush.frame(new Rectangle2D.Double(x, y, THUMBNAIL, THUMBNAIL), color, 2, false);
        } else {
            Shape marker = marker(group, place.getX(), place.getY());
            brush.frame(marker, brush.theme().paper(), 2, false);
            brush.fill(marker, color);
        }
    }

    /** Circle, square, diamond, and the same again a little larger. */
    private static Shape marker(int group, double x, double y) {
        double r = group < 3 ? RADIUS : RADIUS * 1.5;
        return switch (group % 3) {
            case 0 -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case 1 -> new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
            default -> diamond(x, y, r * 1.3);
        };
    }

    private static Shape diamond(double x, double y, double r) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - r, y);
        path.lineTo(x, y - r);
        path.lineTo(x + r, y);
        path.lineTo(x, y + r);
        path.closePath();
        return path;
    }
}
