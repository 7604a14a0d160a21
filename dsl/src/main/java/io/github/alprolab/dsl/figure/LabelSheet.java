package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pseudo-labels beside the crops they belong to.
 *
 * @param rows one a clip
 */
public record LabelSheet(String title, List<LabelRow> rows) implements Picture {
    private static final int EDGE = 112;
    private static final int HEIGHT = EDGE + 34;

    public LabelSheet {
        rows = List.copyOf(rows);
    }

    @Override
    public String kind() {
        return "Pseudo-labels";
    }

    @Override
    public Size size(int width) {
        return new Size(width, Math.max(1, rows.size() * HEIGHT - 12));
    }

    @Override
    public boolean photographic() {
        return true;
    }

    @Override
    public String words() {
        return "\n" + rows.stream().map(LabelSheet::words).collect(Collectors.joining("\n"));
    }

    private static String words(LabelRow row) {
        String bars =
                row.bars().stream()
                        .map(b -> b.label() + " " + b.text())
                        .collect(Collectors.joining(", "));
        String mark = row.known().isEmpty() ? "" : row.right() ? "✓ " : "✗ ";
        return mark + row.truth() + "; " + bars + row.ignored().map(i -> "; " + i).orElse("");
    }

    @Override
    public DataTable table() {
        return DataTable.of(title)
                .text("caption", rows.stream().map(LabelRow::caption).toList())
                .text("in the box", rows.stream().map(r -> r.known().orElse("")).toList())
                .text("label", rows.stream().map(LabelSheet::first).toList())
                .text("ignored", rows.stream().map(r -> r.ignored().orElse("")).toList());
    }

    private static String first(LabelRow row) {
        return row.bars().isEmpty()
                ? ""
                : row.bars().get(0).label() + " " + row.bars().get(0).text();
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        Brush brush = new Brush(graphics, theme);
        for (int i = 0; i < rows.size(); i++) {
            row(brush, rows.get(i), i * (double) HEIGHT, size.width());
        }
    }

    private static void row(Brush brush, LabelRow row, double y, int width) {
        brush.image(row.frame(), 0, y, EDGE, EDGE);
        brush.box(row.box().over(0, y, EDGE));
        brush.image(row.crop(), EDGE + 10.0, y, EDGE, EDGE);
        brush.quiet(brush.fit(row.caption(), 2 * EDGE + 10.0, Brush.SMALL))
                .at(0, y + EDGE + 14, Brush.SMALL);
        double x = 2 * EDGE + 28.0;
        headline(brush, row, x, y);
        for (int b = 0; b < row.bars().size(); b++) {
            bar(brush, row, row.bars().get(b), x, y + 22 + b * 18.0, width - x);
        }
    }

    private static void headline(Brush brush, LabelRow row, double x, double y) {
        String known = row.truth();
        String mark = row.known().isEmpty() ? "" : row.right() ? "✓ " : "✗ ";
        Color color =
                row.known().isEmpty()
                        ? brush.theme().quiet()
                        : (row.right() ? Ink.RIGHT : Ink.WRONG).on(brush.theme());
        brush.text(mark + known, color).at(x, y + 12, Brush.BOLD);
        row.ignored()
                .ifPresent(
                        i ->
                                brush.quiet(i)
                                        .at(
                                                x + brush.width(mark + known, Brush.BOLD) + 12,
                                                y + 12,
                                                Brush.SMALL));
    }

    private static void bar(Brush brush, LabelRow row, Bar bar, double x, double y, double width) {
        boolean known = row.known().filter(bar.label()::equals).isPresent();
        double name = 110;
        String label = brush.fit(bar.label(), name - 18, known ? Brush.BOLD : Brush.SMALL);
        brush.text((known ? "▸ " : "") + label)
                .endingAt(x + name - 6, y + 11, known ? Brush.BOLD : Brush.SMALL);
        double room = width - name - 50;
        Rectangle2D box =
                new Rectangle2D.Double(x + name, y + 1, Math.max(1, room * bar.value()), 12);
        Color color = (known ? Ink.RIGHT : bar.ink()).on(brush.theme());
        brush.fill(new Rectangle2D.Double(x + name, y + 1, room, 12), faint(brush.theme()));
        brush.bar(box, color, bar.hatched());
        brush.quiet(bar.text()).at(x + name + room + 6, y + 11, Brush.SMALL);
    }

    private static Color faint(Theme theme) {
        Color line = theme.line();
        return new Color(line.getRed(), line.getGreen(), line.getBlue(), 90);
    }
}
