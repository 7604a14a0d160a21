package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A matrix as colours, light for low and dark for high.
 *
 * @param rowTitle what a row is
 * @param columnTitle what a column is
 * @param unit what the values are
 * @param groups names of stretches of rows and columns, in order; empty for none
 * @param values row i and column i belong together where the matrix is square
 */
public record HeatMap(
        String title,
        String rowTitle,
        String columnTitle,
        String unit,
        List<Group> groups,
        Matrix values)
        implements Picture {
    private static final int SCALE = 96;

    /**
     * A stretch of rows and columns.
     *
     * @param name what they have in common
     * @param count how many, at least 1
     */
    public record Group(String name, int count) {}

    public HeatMap {
        groups = List.copyOf(groups);
    }

    @Override
    public Size size(int width) {
        int side = Math.max(1, Math.min(width - SCALE, 520));
        return new Size(
                width, side * values.rows() / Math.max(values.rows(), values.columns()) + 30);
    }

    @Override
    public String words() {
        return "%d %s by %d %s, %s from %s to %s; mean on the diagonal %s, elsewhere %s"
                .formatted(
                        values.rows(),
                        rowTitle,
                        values.columns(),
                        columnTitle,
                        unit,
                        Numbers.decimals(values.least(), 2),
                        Numbers.decimals(values.most(), 2),
                        Numbers.decimals(values.diagonalMean(), 2),
                        Numbers.decimals(values.otherMean(), 2));
    }

    /** Row, column and value of each cell. */
    @Override
    public DataTable table() {
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                rows.add(i);
                columns.add(j);
                all.add(values.at(i, j));
            }
        }
        return DataTable.of(title)
                .whole(rowTitle, rows)
                .whole(columnTitle, columns)
                .number(unit, all, 3);
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        HeatMapDrawing.paint(this, new Brush(graphics, theme), size);
    }
}
