package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Filmstrips: in two columns, or one below the other when they carry scores.
 *
 * @param strips with equal numbers of frames
 */
public record StripSheet(String title, List<Strip> strips) implements Picture {
    public StripSheet {
        strips = List.copyOf(strips);
    }

    @Override
    public String kind() {
        return "Filmstrips";
    }

    @Override
    public Size size(int width) {
        return StripDrawing.size(this, width);
    }

    @Override
    public boolean photographic() {
        return true;
    }

    @Override
    public String words() {
        return strips.isEmpty()
                ? "no clips"
                : "\n"
                        + IntStream.range(0, strips.size())
                                .mapToObj(i -> words(i + 1, strips.get(i)))
                                .collect(Collectors.joining("\n"));
    }

    private static String words(int place, Strip strip) {
        String mark =
                switch (strip.verdict()) {
                    case RIGHT -> "✓ ";
                    case WRONG -> "✗ ";
                    case OPEN -> "";
                };
        String score = strip.score().map(s -> " (" + s.text() + ")").orElse("");
        String caption = strip.isCaptioned() ? " · " + strip.caption() : "";
        return "%d. %s%s%s%s".formatted(place, mark, strip.id(), caption, score);
    }

    @Override
    public DataTable table() {
        return DataTable.of(title)
                .text("clip", strips.stream().map(Strip::id).toList())
                .text("caption", strips.stream().map(Strip::caption).toList())
                .text(
                        "score",
                        strips.stream()
                                .map(s -> s.score().map(Strip.Score::text).orElse(""))
                                .toList());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        StripDrawing.paint(this, new Brush(graphics, theme), size);
    }
}
