package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Questions about clips as cards: one over the whole width, more in two columns.
 *
 * @param cards in the order they are drawn
 */
public record AnswerSheet(String title, List<AnswerCard> cards) implements Picture {
    public AnswerSheet {
        cards = List.copyOf(cards);
    }

    @Override
    public String kind() {
        return "Answer cards";
    }

    @Override
    public Size size(int width) {
        return AnswerDrawing.size(this, width);
    }

    @Override
    public boolean photographic() {
        return true;
    }

    @Override
    public String words() {
        return cards.isEmpty()
                ? "no questions"
                : cards.stream().map(AnswerCard::words).collect(Collectors.joining("\n", "\n", ""));
    }

    /** One row a card: the clip, its question, the likeliest answer and the right one. */
    @Override
    public DataTable table() {
        return DataTable.of(title)
                .text("clip", cards.stream().map(c -> c.clip().id()).toList())
                .text("question", cards.stream().map(AnswerCard::question).toList())
                .text("answer", cards.stream().map(c -> c.guesses().get(0).answer()).toList())
                .share(
                        "probability",
                        cards.stream().map(c -> c.guesses().get(0).probability()).toList())
                .text("right answer", cards.stream().map(c -> c.truth().orElse("")).toList());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        AnswerDrawing.paint(this, new Brush(graphics, theme), size);
    }
}
