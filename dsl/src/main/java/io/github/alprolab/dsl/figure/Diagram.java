package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Boxes on a lattice, and arrows between them that say what flows.
 *
 * @param title what is drawn
 * @param boxes at least one, each with its own place
 * @param arrows between boxes; they run straight where two boxes lie above or beside each other
 */
public record Diagram(String title, List<Box> boxes, List<Arrow> arrows) implements Picture {

    /**
     * A part.
     *
     * @param name by which arrows find it, and its heading
     * @param detail a second line, such as its sizes; empty for none
     * @param column of the lattice, from 0 on the left
     * @param row of the lattice, from 0 at the top
     * @param span how many columns it covers, at least 1
     * @param ink of its border
     */
    public record Box(String name, String detail, int column, int row, int span, Ink ink) {
        public Box {
            if (column < 0 || row < 0 || span < 1) {
                throw new IllegalArgumentException(
                        "The box \"%s\" lies at column %d, row %d over %d columns; places start at 0 and a box covers at least 1 column."
                                .formatted(name, column, row, span));
            }
        }

        /** Over one column. */
        public Box(String name, String detail, int column, int row, Ink ink) {
            this(name, detail, column, row, 1, ink);
        }
    }

    /**
     * What flows from one box to another.
     *
     * @param from name of a box
     * @param to name of a box
     * @param label such as a shape: "8 x 16 x 192"; empty for none
     */
    public record Arrow(String from, String to, String label) {}

    public Diagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        List<String> names = boxes.stream().map(Box::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "The diagram \"%s\" has the boxes %s; it has at least one, and each its own name."
                            .formatted(title, names));
        }
        for (Arrow arrow : arrows) {
            if (!names.contains(arrow.from()) || !names.contains(arrow.to())) {
                throw new IllegalArgumentException(
                        "An arrow leads from \"%s\" to \"%s\"; the boxes are %s."
                                .formatted(arrow.from(), arrow.to(), names));
            }
        }
    }

    /** The box of a name. */
    Box box(String name) {
        return boxes.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public String kind() {
        return "Block diagram";
    }

    @Override
    public Size size(int width) {
        return DiagramDrawing.size(this, width);
    }

    @Override
    public String words() {
        return arrows.isEmpty()
                ? boxes.stream().map(Box::name).collect(Collectors.joining(", "))
                : arrows.stream().map(Diagram::words).collect(Collectors.joining(", "));
    }

    private static String words(Arrow arrow) {
        String label = arrow.label().isEmpty() ? "" : " (" + arrow.label() + ")";
        return arrow.from() + " → " + arrow.to() + label;
    }

    /** One row an arrow, or a box where there are no arrows. */
    @Override
    public DataTable table() {
        return arrows.isEmpty()
                ? DataTable.of(title)
                        .text("part", boxes.stream().map(Box::name).toList())
                        .text("detail", boxes.stream().map(Box::detail).toList())
                : DataTable.of(title)
                        .text("from", arrows.stream().map(Arrow::from).toList())
                        .text("to", arrows.stream().map(Arrow::to).toList())
                        .text("what flows", arrows.stream().map(Arrow::label).toList());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        DiagramDrawing.paint(this, new Brush(graphics, theme), size);
    }
}
