package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Horizontal bars from zero, in one to three columns when there are many.
 *
 * @param title what is counted
 * @param bars in the order they are drawn
 */
public record Bars(String title, List<Bar> bars) implements Picture {
    private static final int ROW = 17;
    private static final int COLUMN_ROWS = 18;
    private static final int GAP = 18;

    public Bars {
        bars = List.copyOf(bars);
    }

    @Override
    public String kind() {
        return "Bar chart";
    }

    @Override
    public Size size(int width) {
        return new Size(width, Math.max(1, rows()) * ROW);
    }

    @Override
    public String words() {
        String first =
                bars.stream()
                        .limit(10)
                        .map(b -> b.label() + " " + b.text())
                        .collect(Collectors.joining(", "));
        return first + (bars.size() > 10 ? ", … " + (bars.size() - 10) + " more" : "");
    }

    @Override
    public DataTable table() {
        return DataTable.of(title)
                .text("name", bars.stream().map(Bar::label).toList())
                .number("value", bars.stream().map(Bar::value).toList(), 4);
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        Brush brush = new Brush(graphics, theme);
        double width = (size.width() - (columns() - 1.0) * GAP) / columns();
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        double name = Math.min(widest(brush, Bar::label) + 6, width * 0.45);
        double room = Math.max(1, width - name - Math.max(40, widest(brush, Bar::text) + 10));
        for (int i = 0; i < bars.size(); i++) {
            double x = (i / rows()) * (width + GAP);
            double y = (i % rows()) * (double) ROW;
            row(
                    brush,
                    bars.get(i),
                    new Rectangle2D.Double(x, y, name, ROW),
                    room / Math.max(most, 1e-12));
        }
    }

    private double widest(Brush brush, Function<Bar, String> text) {
        return bars.stream()
                .mapToDouble(bar -> brush.width(text.apply(bar), Brush.SMALL))
                .max()
                .orElse(0);
    }

    private static void row(Brush brush, Bar bar, Rectangle2D name, double scale) {
        String label = brush.fit(bar.label(), name.getWidth() - 4, Brush.SMALL);
        brush.text(label).endingAt(name.getMaxX() - 5, name.getY() + 12, Brush.SMALL);
        double length = Math.max(1, bar.value() * scale);
        Rectangle2D box =
                new Rectangle2D.Double(name.getMaxX(), name.getY() + 2, length, ROW - 5.0);
        Color color = bar.ink().on(brush.theme());
        brush.bar(box, color, bar.hatched());
        brush.quiet(bar.text()).at(box.getMaxX() + 5, name.getY() + 12, Brush.SMALL);
    }

    private int columns() {
        return Math.min(3, Math.max(1, (bars.size() + COLUMN_ROWS - 1) / COLUMN_ROWS));
    }

    private int rows() {
        return (bars.size() + columns() - 1) / columns();
    }
}
