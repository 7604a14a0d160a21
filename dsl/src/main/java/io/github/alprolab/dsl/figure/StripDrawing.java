package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws filmstrips with times below the frames and captions below the times. */
final class StripDrawing {
    private static final int GAP = 2;
    private static final int COLUMN_GAP = 20;
    private static final int TIME = 15;
    private static final int CAPTION = 15;
    private static final int ROW_GAP = 14;
    private static final int SCORE = 170;

    private StripDrawing() {}

    static Size size(StripSheet sheet, int width) {
        return new Size(
                width, Math.max(1, rows(sheet) * (height(sheet, width) + ROW_GAP) - ROW_GAP));
    }

    static void paint(StripSheet sheet, Brush brush, Size size) {
        for (int i = 0; i < sheet.strips().size(); i++) {
            double x = i % columns(sheet) * (column(sheet, size.width()) + COLUMN_GAP);
            double y = i / columns(sheet) * (double) (height(sheet, size.width()) + ROW_GAP);
            if (scored(sheet)) {
                scored(brush, sheet.strips().get(i), i + 1, frame(sheet, size.width()), y, size);
            } else {
                double width = column(sheet, size.width());
                plain(brush, sheet.strips().get(i), frame(sheet, size.width()), x, y, width);
            }
        }
    }

    private static void plain(
            Brush brush, Strip strip, double edge, double x, double y, double width) {
        frames(brush, strip, edge, x, y, 12);
        double below = y + edge + TIME;
        List<String> lines = brush.wrap(strip.caption(), width, Brush.LABEL, 2);
        for (int i = 0; i < lines.size(); i++) {
            brush.text(lines.get(i)).at(x, below + 12 + i * CAPTION, Brush.LABEL);
        }
        if (strip.isCaptioned()) {
            brush.quiet(strip.id()).at(x, below + 12 + 2 * CAPTION, Brush.SMALL);
        }
    }

    private static void scored(
            Brush brush, Strip strip, int place, double edge, double y, Size size) {
        double x = 4;
        frames(brush, strip, edge, x, y + 4, 16);
        Rectangle2D around =
                new Rectangle2D.Double(
                        x - 3, y + 1, strip.frames().size() * (edge + GAP) - GAP + 6, edge + 6);
        Ink ink = ink(strip.verdict());
        Color color = ink.on(brush.theme());
        boolean right = strip.verdict() == Verdict.RIGHT;
        brush.frame(around, color, right ? 3 : 1.2f, strip.verdict() == Verdict.WRONG);
        double left = around.getMaxX() + 14;
        double room = size.width() - left;
        String mark = right ? "✓ " : "";
        brush.text(mark + place + ".", right ? color : brush.theme().text())
                .at(left, y + 16, Brush.TITLE);
        List<String> lines = brush.wrap(strip.caption(), room, Brush.LABEL, 3);
        for (int i = 0; i < lines.size(); i++) {
            brush.text(lines.get(i)).at(left, y + 34 + i * CAPTION, Brush.LABEL);
        }
        strip.score()
                .ifPresent(s -> bar(brush, s, left, y + edge - 8, Math.min(room - 70, 120), color));
        if (strip.isCaptioned()) {
            brush.quiet(strip.id()).endingAt(size.width(), y + 16, Brush.SMALL);
        }
    }

    private static void bar(
            Brush brush, Strip.Score score, double x, double y, double room, Color color) {
        brush.fill(new Rectangle2D.Double(x, y, room, 9), brush.theme().line());
        brush.fill(new Rectangle2D.Double(x, y, Math.max(1, room * score.share()), 9), color);
        brush.quiet(score.text()).at(x + room + 6, y + 9, Brush.SMALL);
    }

    /** Times stand so far below the frames. */
    private static void frames(
            Brush brush, Strip strip, double edge, double x, double y, int below) {
        for (int i = 0; i < strip.frames().size(); i++) {
            Frame frame = strip.frames().get(i);
            double left = x + i * (edge + GAP);
            brush.image(frame.image(), left, y, edge, edge);
            brush.quiet(frame.label()).around(left + edge / 2, y + edge + below, Brush.SMALL);
        }
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Ink.RIGHT;
            case WRONG -> Ink.WRONG;
            case OPEN -> Ink.FADED;
        };
    }

    private static boolean scored(StripSheet sheet) {
        return sheet.strips().stream().anyMatch(s -> s.score().isPresent());
    }

    private static int columns(StripSheet sheet) {
        return scored(sheet) || sheet.strips().size() == 1 ? 1 : 2;
    }

    private static int rows(StripSheet sheet) {
        return (sheet.strips().size() + columns(sheet) - 1) / columns(sheet);
    }

    private static double column(StripSheet sheet, int width) {
        return (width - (columns(sheet) - 1.0) * COLUMN_GAP) / columns(sheet);
    }

    private static double frame(StripSheet sheet, int width) {
        int frames = sheet.strips().stream().mapToInt(s -> s.frames().size()).max().orElse(1);
        double room = column(sheet, width) - (scored(sheet) ? SCORE + 60 : 0);
        return Math.floor(Math.min(112, (room - (frames - 1.0) * GAP) / frames));
    }

    private static int height(StripSheet sheet, int width) {
        int edge = (int) frame(sheet, width);
        return scored(sheet) ? edge + TIME + 8 : edge + TIME + 3 * CAPTION;
    }
}
