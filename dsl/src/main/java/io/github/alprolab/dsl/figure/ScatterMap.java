package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Points in the plane, with small pictures where they have one: embeddings as a map.
 *
 * @param title what is shown, and how many
 * @param xTitle what lies across, such as "first component, 31 % of the variance"
 * @param yTitle what lies up
 * @param points at least one
 * @param linked whether points of one name are joined, such as a clip and its caption
 */
public record ScatterMap(
        String title, String xTitle, String yTitle, List<Dot> points, boolean linked)
        implements Picture {

    /**
     * A point of the map.
     *
     * @param x place across, finite
     * @param y place up, finite
     * @param name of the point
     * @param group what it is one of; a colour and a marker, at most 6
     * @param thumbnail its picture, drawn in place of a marker
     */
    public record Dot(
            double x, double y, String name, String group, Optional<BufferedImage> thumbnail) {
        public Dot {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException(
                        "The point \"%s\" lies at %s, %s; a map has finite places."
                                .formatted(name, x, y));
            }
        }
    }

    private static final int MOST_GROUPS = 6;

    public ScatterMap {
        points = List.copyOf(points);
        long groups = points.stream().map(Dot::group).distinct().count();
        if (points.isEmpty() || groups > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "The map \"%s\" has %d points of %d groups; it has at least one point and at most 6 groups."
                            .formatted(title, points.size(), groups));
        }
    }

    /** Names of the groups in the order of their first points. */
    public List<String> groups() {
        return points.stream().map(Dot::group).distinct().toList();
    }

    @Override
    public String kind() {
        return "Map of points";
    }

    @Override
    public Size size(int width) {
        return new Size(width, Math.max(170, Math.min(width * 3 / 4, 560)));
    }

    @Override
    public String words() {
        Map<String, Long> counts =
                points.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Dot::group, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", ", "", "; " + xTitle + " by " + yTitle));
    }

    @Override
    public DataTable table() {
        return DataTable.of(title)
                .text("name", points.stream().map(Dot::name).toList())
                .text("group", points.stream().map(Dot::group).toList())
                .number(xTitle, points.stream().map(Dot::x).toList(), 3)
                .number(yTitle, points.stream().map(Dot::y).toList(), 3);
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        ScatterDrawing.paint(this, new Brush(graphics, theme), size);
    }
}
