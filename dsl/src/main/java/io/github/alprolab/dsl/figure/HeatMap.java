package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * A matrix as colours, light for low and dark for high. Rows and columns may carry names or small
 * pictures, and cells their values.
 *
 * @param rows what a row is
 * @param columns what a column is
 * @param unit what the values are
 * @param groups names of stretches of rows and columns, in order; empty for none
 * @param values row i and column i belong together where the matrix is square
 * @param written a word for each cell, by rows; a cell with an empty word stays without colour;
 *     empty for none
 * @param scale the values of the lightest and the darkest colour; those of the matrix where none
 * @param framed whether the cells in which a row meets its own column are framed
 */
public record HeatMap(
        String title,
        Axis rows,
        Axis columns,
        String unit,
        List<Group> groups,
        Matrix values,
        List<List<String>> written,
        Optional<Spread> scale,
        boolean framed)
        implements Picture {

    /**
     * The rows or the columns of a heat map.
     *
     * @param title what they are
     * @param names one each; empty for none
     * @param thumbnails one small picture each; empty for none
     */
    public record Axis(String title, List<String> names, List<BufferedImage> thumbnails) {
        public Axis {
            names = List.copyOf(names);
            thumbnails = List.copyOf(thumbnails);
        }

        /** Without names and pictures. */
        public static Axis of(String title) {
            return new Axis(title, List.of(), List.of());
        }

        private boolean fits(int count) {
            return (names.isEmpty() || names.size() == count)
                    && (thumbnails.isEmpty() || thumbnails.size() == count);
        }

        private String name(int index) {
            return names.isEmpty() ? Integer.toString(index) : names.get(index);
        }
    }

    /**
     * A stretch of rows and columns.
     *
     * @param name what they have in common
     * @param count how many, at least 1
     */
    public record Group(String name, int count) {}

    public HeatMap {
        groups = List.copyOf(groups);
        written = written.stream().map(List::copyOf).toList();
        boolean words =
                written.isEmpty()
                        || written.size() == values.rows()
                                && written.stream().allMatch(r -> r.size() == values.columns());
        if (!words || !rows.fits(values.rows()) || !columns.fits(values.columns())) {
            throw new IllegalArgumentException(
                    "The heat map \"%s\" has %d rows and %d columns; names, pictures and words are given for all of them or for none."
                            .formatted(title, values.rows(), values.columns()));
        }
    }

    /** Without frames. */
    public HeatMap(
            String title,
            Axis rows,
            Axis columns,
            String unit,
            List<Group> groups,
            Matrix values,
            List<List<String>> written,
            Optional<Spread> scale) {
        this(title, rows, columns, unit, groups, values, written, scale, false);
    }

    /** Colours alone, scaled from the least to the greatest value. */
    public HeatMap(
            String title,
            String rowTitle,
            String columnTitle,
            String unit,
            List<Group> groups,
            Matrix values) {
        this(
                title,
                Axis.of(rowTitle),
                Axis.of(columnTitle),
                unit,
                groups,
                values,
                List.of(),
                Optional.empty(),
                false);
    }

    /**
     * Which answers are given where which are right: each row is coloured by its own shares, and
     * its cells tell the counts. What never happened has no colour, and right pairs are framed.
     *
     * @param right names of the rows
     * @param given names of the columns, in the order of the rows and then others
     * @param counts how often the answer of the column was given where that of the row is right
     */
    public static HeatMap confusion(
            String title, List<String> right, List<String> given, Matrix counts) {
        List<List<String>> words = words(counts, v -> v == 0 ? "" : Numbers.whole(Math.round(v)));
        return new HeatMap(
                title,
                new Axis("right answer", right, List.of()),
                new Axis("given answer", given, List.of()),
                "share of row",
                List.of(),
                counts.shares(),
                words,
                Optional.of(new Spread(0, 1)),
                true);
    }

    /** With a name for each row. */
    public HeatMap rowNames(List<String> names) {
        return axes(new Axis(rows.title(), names, rows.thumbnails()), columns);
    }

    /** With a name for each column. */
    public HeatMap columnNames(List<String> names) {
        return axes(rows, new Axis(columns.title(), names, columns.thumbnails()));
    }

    /** With a small picture for each row. */
    public HeatMap rowThumbnails(List<BufferedImage> pictures) {
        return axes(new Axis(rows.title(), rows.names(), pictures), columns);
    }

    /** With a small picture for each column. */
    public HeatMap columnThumbnails(List<BufferedImage> pictures) {
        return axes(rows, new Axis(columns.title(), columns.names(), pictures));
    }

    private HeatMap axes(Axis down, Axis across) {
        return new HeatMap(title, down, across, unit, groups, values, written, scale, framed);
    }

    /** With the values in the cells, to so many decimals. */
    public HeatMap written(int decimals) {
        List<List<String>> words = words(values, v -> Numbers.decimals(v, decimals));
        return new HeatMap(title, rows, columns, unit, groups, values, words, scale, framed);
    }

    /** With the right pairs framed: those of a row and the column of the same number. */
    public HeatMap rightFramed() {
        return new HeatMap(title, rows, columns, unit, groups, values, written, scale, true);
    }

    /** With colours from a least to a greatest value, to be compared with other maps. */
    public HeatMap scale(double least, double greatest) {
        Optional<Spread> other = Optional.of(new Spread(least, greatest));
        return new HeatMap(title, rows, columns, unit, groups, values, written, other, framed);
    }

    private static List<List<String>> words(Matrix values, DoubleFunction<String> word) {
        return IntStream.range(0, values.rows())
                .mapToObj(
                        i ->
                                IntStream.range(0, values.columns())
                                        .mapToObj(j -> word.apply(values.at(i, j)))
                                        .toList())
                .toList();
    }

    @Override
    public String kind() {
        return "Heat map";
    }

    @Override
    public Size size(int width) {
        return HeatMapDrawing.size(this, width);
    }

    @Override
    public String words() {
        return "%d %s by %d %s, %s from %s to %s; mean on the diagonal %s, elsewhere %s"
                .formatted(
                        values.rows(),
                        rows.title(),
                        values.columns(),
                        columns.title(),
                        unit,
                        Numbers.decimals(values.least(), 2),
                        Numbers.decimals(values.most(), 2),
                        Numbers.decimals(values.diagonalMean(), 2),
                        Numbers.decimals(values.otherMean(), 2));
    }

    /** Row, column and value of each cell, and what is written there. */
    @Override
    public DataTable table() {
        List<String> down = new ArrayList<>();
        List<String> across = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                down.add(rows.name(i));
                across.add(columns.name(j));
                all.add(values.at(i, j));
            }
        }
        DataTable table =
                DataTable.of(title)
                        .text(rows.title(), down)
                        .text(columns.title(), across)
                        .number(unit, all, 3);
        return written.isEmpty()
                ? table
                : table.text("written", written.stream().flatMap(List::stream).toList());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        HeatMapDrawing.paint(this, new Brush(graphics, theme), size);
    }
}
