package io.github.alprolab.dsl.figure;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A sample of each stroke with its name, above a plot; in as many rows as the width needs. */
final class Legend {
    private static final int ROW = 16;
    private static final int SAMPLE = 18;
    private static final int GAP = 14;

    private record Entry(String name, Color color, float thickness, boolean dashed) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds a stroke. */
    void add(String name, Color color, float thickness, boolean dashed) {
        entries.add(new Entry(name, color, thickness, dashed));
    }

    /** Draws all entries and returns the height they took. */
    int paint(Brush brush, int width) {
        double x = 4;
        int row = 0;
        for (Entry entry : entries) {
            String name = brush.fit(entry.name(), width - SAMPLE - 8, Brush.SMALL);
            double wide = SAMPLE + 4 + brush.width(name, Brush.SMALL);
            if (x > 4 && x + wide > width) {
                x = 4;
                row++;
            }
            paint(brush, entry, name, x, row * ROW);
            x += wide + GAP;
        }
        return (row + 1) * ROW + 2;
    }

    private static void paint(Brush brush, Entry entry, String name, double x, int y) {
        if (entry.dashed()) {
            Line2D line = new Line2D.Double(x, y + 6, x + SAMPLE, y + 6);
            brush.frame(line, entry.color(), entry.thickness(), true);
        } else {
            double top = y + 6 - entry.thickness() / 2;
            brush.fill(new Rectangle2D.Double(x, top, SAMPLE, entry.thickness()), entry.color());
        }
        brush.text(name).at(x + SAMPLE + 4, y + 10, Brush.SMALL);
    }
}
