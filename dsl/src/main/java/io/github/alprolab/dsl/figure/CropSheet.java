package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How crops are made: the box in every frame, the crop padded in place, the mask of patches.
 *
 * @param rows one a clip
 */
public record CropSheet(String title, List<CropRow> rows) implements Picture {
    private static final int GAP = 4;
    private static final int FOOT = 32;

    public CropSheet {
        rows = List.copyOf(rows);
    }

    @Override
    public String kind() {
        return "Crops";
    }

    @Override
    public Size size(int width) {
        return new Size(width, Math.max(1, rows.size() * (edge(width) + FOOT)));
    }

    @Override
    public boolean photographic() {
        return true;
    }

    @Override
    public String words() {
        return rows.stream().map(CropSheet::words).collect(Collectors.joining("; "));
    }

    private static String words(CropRow row) {
        return "box of %d %% x %d %% of the frame at %d %%, %d %% in “%s”"
                .formatted(
                        Math.round(100 * row.box().width()),
                        Math.round(100 * row.box().height()),
                        Math.round(100 * row.box().left()),
                        Math.round(100 * row.box().top()),
                        row.caption());
    }

    @Override
    public DataTable table() {
        return DataTable.of(title)
                .text("caption", rows.stream().map(CropRow::caption).toList())
                .share("left", rows.stream().map(r -> r.box().left()).toList())
                .share("top", rows.stream().map(r -> r.box().top()).toList())
                .share("width", rows.stream().map(r -> r.box().width()).toList())
                .share("height", rows.stream().map(r -> r.box().height()).toList());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        Brush brush = new Brush(graphics, theme);
        int edge = edge(size.width());
        for (int i = 0; i < rows.size(); i++) {
            row(brush, rows.get(i), i * (double) (edge + FOOT), edge);
        }
    }

    private int edge(int width) {
        int pictures = rows.stream().mapToInt(r -> r.frames().size() + 2).max().orElse(1);
        return Math.min(110, (width - 24) / pictures - GAP);
    }

    private static void row(Brush brush, CropRow row, double y, int edge) {
        double x = 0;
        for (var frame : row.frames()) {
            brush.image(frame, x, y, edge, edge);
            brush.box(row.box().over(x, y, edge));
            x += edge + GAP;
        }
        brush.image(row.crop(), x + 8, y, edge, edge);
        lattice(brush, row.mask(), new Rectangle2D.Double(x + 16 + edge, y, edge, edge));
        double width = row.frames().size() * (double) (edge + GAP);
        brush.quiet(brush.fit(row.caption(), width, Brush.SMALL)).at(0, y + edge + 14, Brush.SMALL);
        brush.quiet("what the prompter sees")
                .around(x + 8 + edge / 2.0, y + edge + 14, Brush.SMALL);
        brush.quiet("patches").around(x + 16 + edge * 1.5, y + edge + 14, Brush.SMALL);
    }

    private static void lattice(Brush brush, Matrix mask, Rectangle2D plot) {
        double cell = plot.getWidth() / mask.columns();
        for (int i = 0; i < mask.rows(); i++) {
            for (int j = 0; j < mask.columns(); j++) {
                Rectangle2D box =
                        new Rectangle2D.Double(
                                plot.getX() + j * cell, plot.getY() + i * cell, cell, cell);
                boolean inside = mask.at(i, j) > 0;
                if (inside) {
                    brush.fill(box, Ink.PURPLE.on(brush.theme()));
                } else {
                    brush.hatch(box, brush.theme().line());
                }
                brush.frame(box, brush.theme().quiet(), 1, false);
                brush.text(inside ? "1" : "0")
                        .around(box.getCenterX(), box.getCenterY() + 4, Brush.SMALL);
            }
        }
    }
}
