package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Draws groups of horizontal bars with their names, spreads, ticks and levels over one scale. */
final class BarRows {
    private static final int BAR = 14;
    private static final int GAP = 9;
    private static final int FOOT = 20;
    private static final int LEGEND = 22;
    private static final int LEVELS = 14;
    private static final int VALUE = 58;

    /** The bars of one group, and a quiet note beside its name. */
    record Row(String name, String note, List<Entry> entries) {
        double height() {
            return entries.size() * (double) BAR + GAP;
        }
    }

    /** A bar with its value in words, its spread and a tick that crosses it. */
    record Entry(double value, String text, Ink ink, Optional<Spread> spread, OptionalDouble tick) {
        DoubleStream all() {
            double high = spread.map(Spread::high).orElse(0.0);
            return DoubleStream.of(Double.isNaN(value) ? 0 : value, high, tick.orElse(0));
        }
    }

    private final List<Row> rows;
    private final List<Reference> levels;
    private final boolean percent;
    private final Legend legend;

    BarRows(List<Row> rows, List<Reference> levels, boolean percent, Legend legend) {
        this.rows = rows;
        this.levels = levels;
        this.percent = percent;
        this.legend = legend;
    }

    static Size size(List<Row> rows, List<Reference> levels, int width) {
        double all = rows.stream().mapToDouble(Row::height).sum();
        int names = levels.isEmpty() ? 0 : LEVELS;
        return new Size(width, (int) Math.ceil(LEGEND + names + all + FOOT));
    }

    void paint(Brush brush, Size size) {
        double top = legend.paint(brush, size.width()) + (levels.isEmpty() ? 4 : 4 + LEVELS);
        double names = names(brush, size.width());
        double height = rows.stream().mapToDouble(Row::height).sum();
        double width = Math.max(1, size.width() - names - VALUE);
        Rectangle2D plot = new Rectangle2D.Double(names, top, width, height);
        double scale = width / most();
        axis(brush, plot, scale);
        double y = top + GAP / 2.0;
        for (Row row : rows) {
            row(brush, row, plot.getX(), y, scale);
            y += row.height();
        }
        levels.forEach(l -> level(brush, l, plot, scale));
    }

    private double names(Brush brush, int width) {
        double widest =
                rows.stream()
                        .mapToDouble(
                                r ->
                                        Math.max(
                                                brush.width(r.name(), Brush.LABEL),
                                                brush.width(label(r), Brush.SMALL)))
                        .max()
                        .orElse(0);
        return Math.min(widest + 10, width * 0.4);
    }

    private static String label(Row row) {
        return row.note().isEmpty() ? row.name() : row.name() + " · " + row.note();
    }

    /** Shares end at 100 % where they come near it; other scales at a round number. */
    private double most() {
        DoubleStream bars =
                rows.stream().flatMap(r -> r.entries().stream()).flatMapToDouble(Entry::all);
        double most =
                DoubleStream.concat(bars, levels.stream().mapToDouble(Reference::value))
                        .max()
                        .orElse(1);
        if (percent && most > 0.5) {
            return 1;
        }
        double step = step(Math.max(most, 1e-9));
        return Math.ceil(most / step - 1e-9) * step + (most > 0 ? 0 : step);
    }

    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most / 4)));
        double lead = most / 4 / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private void axis(Brush brush, Rectangle2D plot, double scale) {
        double most = most();
        double step = percent && most == 1 ? 0.2 : step(most);
        for (double v = 0; v <= most + step / 1000; v += step) {
            double x = plot.getX() + v * scale;
            brush.line(x, plot.getY(), x, plot.getMaxY(), brush.theme().line(), false);
            brush.quiet(tick(v, step)).around(x, plot.getMaxY() + 14, Brush.SMALL);
        }
    }

    private String tick(double value, double step) {
        if (percent) {
            return Numbers.decimals(100 * value, step < 0.01 ? 1 : 0) + " %";
        }
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        return Numbers.decimals(value, digits);
    }

    private static void row(Brush brush, Row row, double x, double y, double scale) {
        double middle = y + row.entries().size() * BAR / 2.0 + 4;
        double note = row.note().isEmpty() ? 0 : brush.width(" · " + row.note(), Brush.SMALL);
        String name = brush.fit(row.name(), x - 8 - note, Brush.SMALL);
        brush.text(name).endingAt(x - 7 - note, middle, Brush.SMALL);
        if (note > 0) {
            brush.quiet(" · " + row.note()).endingAt(x - 7, middle, Brush.SMALL);
        }
        for (int i = 0; i < row.entries().size(); i++) {
            entry(brush, row.entries().get(i), x, y + i * (double) BAR, scale);
        }
    }

    private static void entry(Brush brush, Entry entry, double x, double y, double scale) {
        double value = Double.isNaN(entry.value()) ? 0 : entry.value();
        double length = Math.max(1, value * scale);
        brush.fill(
                new Rectangle2D.Double(x, y + 1, length, BAR - 3.0), entry.ink().on(brush.theme()));
        double middle = y + BAR / 2.0 - 0.5;
        entry.spread().ifPresent(s -> whisker(brush, s, x, middle, scale));
        entry.tick().ifPresent(t -> tick(brush, x + t * scale, y));
        double end = x + scale * entry.all().max().orElse(0);
        brush.text(entry.text()).at(end + 6, y + 10.5, Brush.SMALL);
    }

    private static void whisker(Brush brush, Spread spread, double x, double y, double scale) {
        double low = x + spread.low() * scale;
        double high = x + spread.high() * scale;
        Path2D whisker = new Path2D.Double(new Line2D.Double(low, y, high, y));
        whisker.append(new Line2D.Double(low, y - 3, low, y + 3), false);
        whisker.append(new Line2D.Double(high, y - 3, high, y + 3), false);
        brush.hair(whisker);
    }

    /** Longer than the bar is high, light inside dark: seen on the bar and on the paper. */
    private static void tick(Brush brush, double x, double y) {
        brush.fill(new Rectangle2D.Double(x - 2, y - 2, 4, BAR + 3.0), brush.theme().paper());
        brush.fill(new Rectangle2D.Double(x - 1, y - 2, 2, BAR + 3.0), brush.theme().text());
    }

    private static void level(Brush brush, Reference level, Rectangle2D plot, double scale) {
        double x = plot.getX() + level.value() * scale;
        brush.line(x, plot.getY() - 3, x, plot.getMaxY(), brush.theme().quiet(), true);
        double half = brush.width(level.name(), Brush.SMALL) / 2;
        double place = Math.min(x, plot.getMaxX() + VALUE - half);
        brush.quiet(level.name()).around(place, plot.getY() - 6, Brush.SMALL);
    }
}
