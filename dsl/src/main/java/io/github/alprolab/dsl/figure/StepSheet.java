package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A training step clip by clip: its frames with the crop on the left, what each objective saw on
 * the right.
 *
 * @param note a line above them, such as the losses
 * @param rows one a clip
 */
public record StepSheet(String title, String note, List<StepRow> rows) implements Picture {
    private static final int FRAMES = 250;
    private static final int GAP = 2;
    private static final int HEAD = 22;
    private static final int LINE = 16;
    private static final int THUMBNAIL = 34;
    private static final int NAME = 40;
    private static final int FOOT = 14;

    public StepSheet {
        rows = List.copyOf(rows);
    }

    @Override
    public String kind() {
        return "Training step";
    }

    @Override
    public Size size(int width) {
        return new Size(width, HEAD + rows.stream().mapToInt(StepSheet::height).sum());
    }

    @Override
    public boolean photographic() {
        return true;
    }

    @Override
    public String words() {
        return note + "\n" + rows.stream().map(StepSheet::words).collect(Collectors.joining("\n"));
    }

    private static String words(StepRow row) {
        return row.text()
                + row.parts().stream()
                        .map(
                                p ->
                                        "\n  %s: %s"
                                                .formatted(
                                                        p.name(),
                                                        p.entries().stream()
                                                                .map(StepRow.Entry::words)
                                                                .collect(Collectors.joining("; "))))
                        .collect(Collectors.joining());
    }

    /** A row for each thing that an objective saw. */
    @Override
    public DataTable table() {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (StepRow row : rows) {
            for (StepRow.Part part : row.parts()) {
                for (StepRow.Entry entry : part.entries()) {
                    texts.add(row.text());
                    names.add(part.name());
                    words.add(entry.words());
                }
            }
        }
        return DataTable.of(title)
                .text("text", texts)
                .text("objective", names)
                .text("what it saw", words);
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        Brush brush = new Brush(graphics, theme);
        brush.quiet(brush.fit(note, size.width(), Brush.SMALL)).at(0, 12, Brush.SMALL);
        double y = HEAD;
        for (StepRow row : rows) {
            String text = brush.fit(row.text(), size.width(), Brush.BOLD);
            brush.text(text).at(0, y + 13, Brush.BOLD);
            frames(brush, row, y + HEAD);
            parts(brush, row, y + HEAD, size.width());
            y += height(row);
        }
    }

    private static void frames(Brush brush, StepRow row, double y) {
        double edge = edge(row);
        double x = 0;
        for (BufferedImage frame : row.frames()) {
            brush.image(frame, x, y, edge, edge);
            double left = x;
            row.box().ifPresent(box -> brush.box(box.over(left, y, edge)));
            x += edge + GAP;
        }
    }

    private static void parts(Brush brush, StepRow row, double top, int width) {
        double y = top;
        double x = FRAMES + 14.0 + NAME;
        for (StepRow.Part part : row.parts()) {
            brush.text(part.name(), part.ink().on(brush.theme()))
                    .at(FRAMES + 14.0, y + 12, Brush.BOLD);
            for (StepRow.Entry entry : part.entries()) {
                entry(brush, entry, x, y, width);
                y += height(entry);
            }
        }
    }

    private static void entry(Brush brush, StepRow.Entry entry, double x, double y, int width) {
        double left = x + (entry.picture().isPresent() ? THUMBNAIL + 4 : 0);
        double base = y + 12 + (entry.picture().isPresent() ? 8 : 0);
        double edge = THUMBNAIL - 3.0;
        entry.picture().ifPresent(p -> brush.image(p, x, y, edge, edge));
        brush.text(brush.fit(entry.words(), width - left, Brush.SMALL)).at(left, base, Brush.SMALL);
    }

    private static double edge(StepRow row) {
        int count = Math.max(1, row.frames().size());
        return Math.min(84, (FRAMES - (count - 1.0) * GAP) / count);
    }

    private static int height(StepRow row) {
        int lines =
                row.parts().stream()
                        .flatMap(p -> p.entries().stream())
                        .mapToInt(StepSheet::height)
                        .sum();
        return HEAD + Math.max((int) edge(row) + 4, lines) + FOOT;
    }

    private static int height(StepRow.Entry entry) {
        return entry.picture().isPresent() ? THUMBNAIL : LINE;
    }
}
