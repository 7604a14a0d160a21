package io.github.alprolab.dsl.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A sample of each stroke or mark with its name, above a plot; in as many rows as are needed. */
final class Legend {
    private static final int ROW = 16;
    private static final int SAMPLE = 18;
    private static final int GAP = 14;

    /** A sample lies in a box of 18 by 12; dashes are drawn with their thickness, not filled. */
    private record Entry(String name, Color color, Shape sample, float dashes) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds a stroke. */
    void add(String name, Color color, float thickness, boolean dashed) {
        Shape sample =
                dashed
                        ? new Line2D.Double(0, 6, SAMPLE, 6)
                        : new Rectangle2D.Double(0, 6 - thickness / 2, SAMPLE, thickness);
        entries.add(new Entry(name, color, sample, dashed ? thickness : 0));
    }

    /** Adds a stroke across. */
    void tick(String name, Color color) {
        mark(name, color, new Rectangle2D.Double(SAMPLE / 2.0 - 1, 0, 2, 12));
    }

    /** Adds a filled mark, which lies in a box of 18 by 12. */
    void mark(String name, Color color, Shape sample) {
        entries.add(new Entry(name, color, sample, 0));
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
        Shape sample =
                AffineTransform.getTranslateInstance(x, y).createTransformedShape(entry.sample());
        if (entry.dashes() > 0) {
            brush.frame(sample, entry.color(), entry.dashes(), true);
        } else {
            brush.fill(sample, entry.color());
        }
        brush.text(name).at(x + SAMPLE + 4, y + 10, Brush.SMALL);
    }
}
