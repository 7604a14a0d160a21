package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws answer cards: filmstrip, question, the likeliest answers as bars, and the verdict. */
final class AnswerDrawing {
    private static final int GAP = 12;
    private static final int PAD = 10;
    private static final int MOST = 5;
    private static final int BAR = 18;
    private static final int LINE = 16;
    private static final int LEAST_EDGE = 60;
    private static final int MOST_EDGE = 112;

    private AnswerDrawing() {}

    static Size size(AnswerSheet sheet, int width) {
        int rows = (sheet.cards().size() + columns(sheet) - 1) / columns(sheet);
        return new Size(width, Math.max(1, rows * (height(sheet, width) + GAP) - GAP));
    }

    static void paint(AnswerSheet sheet, Brush brush, Size size) {
        int width = card(sheet, size.width());
        int height = height(sheet, size.width());
        for (int i = 0; i < sheet.cards().size(); i++) {
            double x = (i % columns(sheet)) * (double) (width + GAP);
            double y = (i / columns(sheet)) * (double) (height + GAP);
            Rectangle2D place = new Rectangle2D.Double(x + 1.5, y + 1.5, width - 3.0, height - 3.0);
            card(brush, sheet.cards().get(i), place, edge(sheet, size.width()));
        }
    }

    private static int columns(AnswerSheet sheet) {
        return sheet.cards().size() < 2 ? 1 : 2;
    }

    private static int card(AnswerSheet sheet, int width) {
        return (width - (columns(sheet) - 1) * GAP) / columns(sheet);
    }

    private static int height(AnswerSheet sheet, int width) {
        int bars =
                sheet.cards().stream()
                        .mapToInt(c -> Math.min(MOST, c.guesses().size()))
                        .max()
                        .orElse(0);
        return 2 * PAD
                + edge(sheet, width)
                + LINE
                + lines(sheet, width) * LINE
                + 8
                + bars * BAR
                + LINE
                + 2;
    }

    private static int lines(AnswerSheet sheet, int width) {
        Brush brush = Brush.measuring();
        return sheet.cards().stream()
                .mapToInt(c -> question(brush, c, card(sheet, width) - 2.0 * PAD).size())
                .max()
                .orElse(1);
    }

    private static List<String> question(Brush brush, AnswerCard card, double width) {
        return brush.wrap(card.question(), width - 3, Brush.BOLD, 2);
    }

    /** All frames where they are large enough, or as many of them as are. */
    private static int edge(AnswerSheet sheet, int width) {
        int frames = sheet.cards().stream().mapToInt(c -> c.clip().frames().size()).max().orElse(1);
        int room = card(sheet, width) - 2 * PAD;
        int each = room / frames - 2;
        return each >= LEAST_EDGE
                ? Math.min(MOST_EDGE, each)
                : room / (room / (LEAST_EDGE + 2)) - 2;
    }

    private static void card(Brush brush, AnswerCard card, Rectangle2D place, int edge) {
        Verdict verdict = card.verdict();
        Color color = (verdict == Verdict.OPEN ? Ink.FADED : ink(verdict)).on(brush.theme());
        boolean wrong = verdict == Verdict.WRONG;
        brush.frame(place, color, verdict == Verdict.OPEN ? 1 : wrong ? 1.6f : 2.6f, wrong);
        double x = place.getX() + PAD;
        double y = place.getY() + PAD;
        double width = place.getWidth() - 2 * PAD;
        frames(brush, card.clip().frames(), x, y, width, edge);
        y += edge + LINE;
        List<String> lines = question(brush, card, width + 3);
        for (int i = 0; i < lines.size(); i++) {
            brush.text(lines.get(i)).at(x, y + 14 + i * LINE, Brush.BOLD);
        }
        List<AnswerCard.Guess> guesses = card.guesses().stream().limit(MOST).toList();
        y = place.getMaxY() - PAD - LINE - guesses.size() * BAR;
        for (int i = 0; i < guesses.size(); i++) {
            bar(
                    brush,
                    card,
                    guesses.get(i),
                    i == 0,
                    new Rectangle2D.Double(x, y + i * BAR, width, BAR));
        }
        foot(brush, card, color, x, place.getMaxY() - PAD, width);
    }

    private static void foot(
            Brush brush, AnswerCard card, Color color, double x, double y, double width) {
        String id = brush.fit(card.clip().id(), width * 0.4, Brush.SMALL);
        brush.quiet(id).endingAt(x + width, y, Brush.SMALL);
        double room = width - brush.width(id, Brush.SMALL) - 10;
        brush.text(brush.fit(card.judgement(), room, Brush.BOLD), color).at(x, y, Brush.BOLD);
    }

    private static void frames(
            Brush brush, List<Frame> frames, double x, double y, double width, int edge) {
        int most = Math.max(1, (int) ((width + 2) / (edge + 2)));
        int shown = Math.min(most, frames.size());
        for (int i = 0; i < shown; i++) {
            Frame frame = frames.get(shown == 1 ? 0 : i * (frames.size() - 1) / (shown - 1));
            double left = x + i * (edge + 2.0);
            brush.image(frame.image(), left, y, edge, edge);
            brush.quiet(frame.label()).around(left + edge / 2.0, y + edge + 12, Brush.SMALL);
        }
    }

    private static void bar(
            Brush brush, AnswerCard card, AnswerCard.Guess guess, boolean first, Rectangle2D row) {
        boolean right = card.right(guess);
        boolean wrong = first && card.verdict() == Verdict.WRONG;
        Ink ink = right ? Ink.RIGHT : wrong ? Ink.WRONG : Ink.PLAIN;
        double name = row.getWidth() * 0.36;
        double room = row.getWidth() - name - 52;
        String mark = right ? "✓ " : wrong ? "✗ " : "";
        String label = brush.fit(mark + guess.answer(), name - 8, right ? Brush.BOLD : Brush.SMALL);
        brush.text(label)
                .endingAt(row.getX() + name - 6, row.getY() + 12, right ? Brush.BOLD : Brush.SMALL);
        double x = row.getX() + name;
        brush.fill(new Rectangle2D.Double(x, row.getY() + 2, room, 12), brush.theme().line());
        Rectangle2D box =
                new Rectangle2D.Double(
                        x, row.getY() + 2, Math.max(1, room * guess.probability()), 12);
        brush.fill(box, ink.on(brush.theme()));
        brush.quiet(Numbers.percent(guess.probability()))
                .at(x + room + 6, row.getY() + 12, Brush.SMALL);
    }

    private static Ink ink(Verdict verdict) {
        return verdict == Verdict.RIGHT ? Ink.RIGHT : Ink.WRONG;
    }
}
