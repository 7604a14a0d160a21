package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws the boxes of a diagram and the arrows between their edges. */
final class DiagramDrawing {
    private static final int HEIGHT = 46;
    private static final int GAP = 38;
    private static final double SHARE = 0.62;
    private static final int MOST_WIDTH = 260;
    private static final int HEAD = 6;

    private DiagramDrawing() {}

    static Size size(Diagram diagram, int width) {
        int rows = 1 + diagram.boxes().stream().mapToInt(Diagram.Box::row).max().orElse(0);
        return new Size(width, rows * (HEIGHT + GAP) - GAP + 2);
    }

    static void paint(Diagram diagram, Brush brush, Size size) {
        diagram.arrows()
                .forEach(
                        a ->
                                arrow(
                                        brush,
                                        place(diagram, diagram.box(a.from()), size),
                                        place(diagram, diagram.box(a.to()), size),
                                        a.label()));
        diagram.boxes().forEach(b -> box(brush, b, place(diagram, b, size)));
    }

    private static Rectangle2D place(Diagram diagram, Diagram.Box box, Size size) {
        int columns = diagram.boxes().stream().mapToInt(b -> b.column() + b.span()).max().orElse(1);
        double column = size.width() / (double) columns;
        double width = Math.min(MOST_WIDTH, SHARE * column) + (box.span() - 1) * column;
        double middle = (box.column() + box.span() / 2.0) * column;
        double y = 1 + box.row() * (double) (HEIGHT + GAP);
        return new Rectangle2D.Double(middle - width / 2, y, width, HEIGHT);
    }

    private static void box(Brush brush, Diagram.Box box, Rectangle2D place) {
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(
                        place.getX(), place.getY(), place.getWidth(), place.getHeight(), 8, 8);
        brush.fill(shape, brush.theme().paper());
        brush.frame(shape, box.ink().on(brush.theme()), 1.8f, false);
        double room = place.getWidth() - 10;
        boolean alone = box.detail().isEmpty();
        brush.text(brush.fit(box.name(), room, Brush.BOLD))
                .around(place.getCenterX(), place.getY() + (alone ? 27 : 20), Brush.BOLD);
        brush.quiet(brush.fit(box.detail(), room, Brush.SMALL))
                .around(place.getCenterX(), place.getY() + 36, Brush.SMALL);
    }

    private static void arrow(Brush brush, Rectangle2D from, Rectangle2D to, String label) {
        if (from.getY() == to.getY()) {
            across(brush, from, to, label);
        } else {
            along(brush, from, to, label);
        }
    }

    private static void across(Brush brush, Rectangle2D from, Rectangle2D to, String label) {
        boolean right = to.getX() > from.getX();
        double start = right ? from.getMaxX() : from.getX();
        double end = right ? to.getX() : to.getMaxX();
        double y = from.getCenterY();
        brush.line(start, y, end, y, brush.theme().quiet(), false);
        head(brush, end, y, right ? 1 : -1, 0);
        brush.quiet(label).around((start + end) / 2, y - 6, Brush.SMALL);
    }

    /** Straight where the boxes overlap, else with two corners half-way. */
    private static void along(Brush brush, Rectangle2D from, Rectangle2D to, String label) {
        int down = to.getY() > from.getY() ? 1 : -1;
        double start = down > 0 ? from.getMaxY() : from.getY();
        double end = down > 0 ? to.getY() : to.getMaxY();
        double low = Math.max(from.getX(), to.getX()) + HEAD;
        double high = Math.min(from.getMaxX(), to.getMaxX()) - HEAD;
        boolean over = low <= high;
        double x1 = over ? between(low, high, narrow(from, to)) : from.getCenterX();
        double x2 = over ? x1 : to.getCenterX();
        double half = end - down * GAP / 2.0;
        Path2D path = new Path2D.Double();
        path.moveTo(x1, start);
        path.lineTo(x1, half);
        path.lineTo(x2, half);
        path.lineTo(x2, end);
        brush.frame(path, brush.theme().quiet(), 1, false);
        head(brush, x2, end, 0, down);
        brush.quiet(label).at(x1 + 7, start + down * GAP / 2.0 + (over ? 4 : -4), Brush.SMALL);
    }

    private static double narrow(Rectangle2D from, Rectangle2D to) {
        return from.getWidth() <= to.getWidth() ? from.getCenterX() : to.getCenterX();
    }

    private static double between(double low, double high, double wish) {
        return Math.max(low, Math.min(high, wish));
    }

    private static void head(Brush brush, double x, double y, int right, int down) {
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - HEAD * right - HEAD * 0.6 * down, y - HEAD * down - HEAD * 0.6 * right);
        head.lineTo(x - HEAD * right + HEAD * 0.6 * down, y - HEAD * down + HEAD * 0.6 * right);
        head.closePath();
        brush.fill(head, brush.theme().quiet());
    }
}
