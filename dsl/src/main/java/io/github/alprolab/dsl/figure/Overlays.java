package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a model looks: heat at 55 % over frames, below the plain frames, on one scale from 0 to the
 * greatest value.
 *
 * @param title what is looked for, and where
 * @param unit what the values are, such as "share of attention"
 * @param overlays at least one, up to eight beside each other
 */
public record Overlays(String title, String unit, List<Overlay> overlays) implements Picture {
    public Overlays {
        overlays = List.copyOf(overlays);
        if (overlays.isEmpty()) {
            throw new IllegalArgumentException("The figure \"" + title + "\" has no frames.");
        }
    }

    /** The greatest value of all frames, which has the brightest colour. */
    public double most() {
        return overlays.stream().mapToDouble(o -> o.heat().most()).max().orElseThrow();
    }

    @Override
    public String kind() {
        return "Heat over video frames";
    }

    @Override
    public Size size(int width) {
        return OverlayDrawing.size(this, width);
    }

    @Override
    public boolean photographic() {
        return true;
    }

    @Override
    public String words() {
        return unit
                + " up to "
                + Numbers.decimals(most(), 3)
                + "; most at "
                + overlays.stream().map(Overlays::words).collect(Collectors.joining(", "));
    }

    private static String words(Overlay overlay) {
        Matrix heat = overlay.heat();
        int place = heat.placeOfMost();
        return "row %d, column %d of %d x %d (%s)"
                .formatted(
                        place / heat.columns() + 1,
                        place % heat.columns() + 1,
                        heat.rows(),
                        heat.columns(),
                        overlay.label());
    }

    /** Frame, row, column and value of each field. */
    @Override
    public DataTable table() {
        List<String> labels = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Overlay overlay : overlays) {
            Matrix heat = overlay.heat();
            for (int i = 0; i < heat.rows() * heat.columns(); i++) {
                labels.add(overlay.label());
                rows.add(i / heat.columns());
                columns.add(i % heat.columns());
                values.add(heat.at(i / heat.columns(), i % heat.columns()));
            }
        }
        return DataTable.of(title)
                .text("frame", labels)
                .whole("row", rows)
                .whole("column", columns)
                .number(unit, values, 4);
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        OverlayDrawing.paint(this, new Brush(graphics, theme), size);
    }
}
