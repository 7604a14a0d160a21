package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures in rows and columns: small multiples.
 *
 * @param columns 1 to 4
 * @param figures at least one; each draws its own title
 */
public record Grid(String title, int columns, List<Figure> figures) implements Picture {
    private static final int GAP = 8;

    public Grid {
        figures = List.copyOf(figures);
        if (columns < 1 || columns > 4 || figures.isEmpty()) {
            throw new IllegalArgumentException(
                    "A grid of %d columns and %d figures is asked for; it has 1 to 4 columns and at least one figure."
                            .formatted(columns, figures.size()));
        }
    }

    @Override
    public String kind() {
        return "Figures";
    }

    @Override
    public Size size(int width) {
        return new Size(width, rows() * (rowHeight(width) + GAP) - GAP);
    }

    @Override
    public String words() {
        return figures.stream().map(Figure::toString).collect(Collectors.joining("\n"));
    }

    /** Which figures there are; each has a table of its own. */
    @Override
    public DataTable table() {
        return DataTable.of(title.isBlank() ? "Figures" : title)
                .text("figure", figures.stream().map(Figure::title).toList());
    }

    @Override
    public boolean photographic() {
        return figures.stream().allMatch(f -> f.picture().photographic());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        int width = cell(size.width());
        int height = (size.height() - (rows() - 1) * GAP) / rows();
        for (int i = 0; i < figures.size(); i++) {
            Graphics2D place = (Graphics2D) graphics.create();
            place.translate((i % columns) * (width + GAP), (i / columns) * (height + GAP));
            FigureImage.paint(
                    figures.get(i).theme(theme),
                    place,
                    new Size(Math.max(1, width), Math.max(1, height)));
            place.dispose();
        }
    }

    private int rows() {
        return (figures.size() + columns - 1) / columns;
    }

    private int cell(int width) {
        return (width - (columns - 1) * GAP) / columns;
    }

    private int rowHeight(int width) {
        return figures.stream()
                .mapToInt(f -> FigureImage.natural(f, cell(width)).height())
                .max()
                .orElseThrow();
    }
}
