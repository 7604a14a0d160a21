package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Curves over one axis.
 *
 * @param title quantity and number of items
 * @param xTitle with unit
 * @param lines at most 6; more belong into small multiples
 * @param references dashed levels such as chance
 * @param best place of the best epoch on the horizontal axis
 * @param logarithmic whether each step of the horizontal axis is a tenfold; its values are above 0
 */
public record Curves(
        String title,
        String xTitle,
        List<Line> lines,
        List<Reference> references,
        OptionalDouble best,
        boolean logarithmic)
        implements Picture {
    private static final int MOST_LINES = 6;

    public Curves {
        lines = List.copyOf(lines);
        references = List.copyOf(references);
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    lines.size()
                            + " curves are given; one chart shows at most 6. Use Figure.grid for"
                            + " small multiples.");
        }
        if (logarithmic
                && lines.stream().flatMap(l -> l.points().stream()).anyMatch(p -> p.x() <= 0)) {
            throw new IllegalArgumentException(
                    "The curves \"%s\" have values of “%s” that are not above 0; a logarithmic axis has none."
                            .formatted(title, xTitle));
        }
    }

    /** Over an axis of even steps. */
    public Curves(
            String title,
            String xTitle,
            List<Line> lines,
            List<Reference> references,
            OptionalDouble best) {
        this(title, xTitle, lines, references, best, false);
    }

    @Override
    public String kind() {
        return "Line chart";
    }

    @Override
    public Size size(int width) {
        return new Size(width, Math.max(170, width * 5 / 9));
    }

    @Override
    public String words() {
        String curves = lines.stream().map(Curves::words).collect(Collectors.joining("; "));
        String levels = references.stream().map(Reference::name).collect(Collectors.joining(", "));
        return curves + (levels.isEmpty() ? "" : "; " + levels);
    }

    private static String words(Line line) {
        if (line.points().isEmpty()) {
            return line.name() + " has no points yet";
        }
        Point first = line.points().get(0);
        Point last = line.points().get(line.points().size() - 1);
        return "%s from %s to %s"
                .formatted(
                        line.name(), Numbers.decimals(first.y(), 3), Numbers.decimals(last.y(), 3));
    }

    @Override
    public DataTable table() {
        List<String> names = new ArrayList<>();
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        List<Spread> spreads = new ArrayList<>();
        for (Line line : lines) {
            for (Point point : line.points()) {
                names.add(line.name());
                xs.add(point.x());
                ys.add(point.y());
            }
            spreads.addAll(band(line));
        }
        DataTable table =
                DataTable.of(title)
                        .text("curve", names)
                        .number(xTitle, xs, logarithmic ? 6 : 2)
                        .number("value", ys, 4);
        return lines.stream().allMatch(l -> l.band().isEmpty())
                ? table
                : table.number("lowest", spreads.stream().map(Spread::low).toList(), 4)
                        .number("highest", spreads.stream().map(Spread::high).toList(), 4);
    }

    /** A single value is its own least and greatest. */
    private static List<Spread> band(Line line) {
        return line.band().isEmpty()
                ? line.points().stream().map(p -> new Spread(p.y(), p.y())).toList()
                : line.band();
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        CurvesDrawing.paint(this, graphics, size, theme);
    }
}
