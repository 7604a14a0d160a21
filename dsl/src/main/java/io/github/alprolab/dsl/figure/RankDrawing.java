package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/** Draws ranks in bins of one for the first ten and of doubling width beyond. */
final class RankDrawing {
    private static final int LEFT = 42;
    private static final int RIGHT = 46;
    private static final int TOP = 24;
    private static final int BOTTOM = 40;

    private record Bin(int from, int to, double share) {
        String label() {
            return from == to ? Integer.toString(from) : "≤ " + to;
        }
    }

    private RankDrawing() {}

    static void paint(RankHistogram histogram, Brush brush, Size size) {
        Rectangle2D plot =
                new Rectangle2D.Double(
                        LEFT, TOP, size.width() - LEFT - RIGHT, size.height() - TOP - BOTTOM);
        List<Bin> bins = bins(histogram);
        axes(brush, plot, bins);
        bars(brush, plot, bins);
        recall(histogram, brush, plot, bins);
        legend(brush);
        brush.quiet("rank of the right clip")
                .around(plot.getCenterX(), size.height() - 4.0, Brush.SMALL);
    }

    private static List<Bin> bins(RankHistogram histogram) {
        int gallery = histogram.gallery();
        return IntStream.iterate(1, from -> from <= gallery, RankDrawing::next)
                .mapToObj(from -> bin(histogram, from, Math.min(gallery, next(from) - 1)))
                .toList();
    }

    private static int next(int from) {
        return from <= 10 ? from + 1 : (from - 1) * 2 + 1;
    }

    private static Bin bin(RankHistogram histogram, int from, int to) {
        return new Bin(from, to, histogram.recall(to) - histogram.recall(from - 1));
    }

    private static void axes(Brush brush, Rectangle2D plot, List<Bin> bins) {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = plot.getMaxY() - plot.getHeight() * percent / 100;
            brush.line(plot.getX(), y, plot.getMaxX(), y, brush.theme().line(), false);
            brush.quiet(percent + " %").endingAt(plot.getX() - 5, y + 4, Brush.SMALL);
        }
        double width = plot.getWidth() / bins.size();
        for (int i = 0; i < bins.size(); i++) {
            String label = bins.get(i).label();
            brush.quiet(label)
                    .around(plot.getX() + (i + 0.5) * width, plot.getMaxY() + 15, Brush.SMALL);
        }
    }

    private static void bars(Brush brush, Rectangle2D plot, List<Bin> bins) {
        double width = plot.getWidth() / bins.size();
        Color color = Ink.TEXT_TO_VIDEO.on(brush.theme());
        for (int i = 0; i < bins.size(); i++) {
            double height = plot.getHeight() * bins.get(i).share();
            brush.fill(
                    new Rectangle2D.Double(
                            plot.getX() + i * width + 3,
                            plot.getMaxY() - height,
                            width - 6,
                            height),
                    color);
        }
    }

    private static void recall(
            RankHistogram histogram, Brush brush, Rectangle2D plot, List<Bin> bins) {
        double width = plot.getWidth() / bins.size();
        Path2D found = new Path2D.Double();
        Path2D chance = new Path2D.Double();
        for (int i = 0; i < bins.size(); i++) {
            int rank = bins.get(i).to();
            double x = plot.getX() + (i + 0.5) * width;
            add(found, x, plot.getMaxY() - plot.getHeight() * histogram.recall(rank));
            add(chance, x, plot.getMaxY() - plot.getHeight() * rank / histogram.gallery());
        }
        brush.frame(chance, brush.theme().quiet(), 1.2f, true);
        brush.frame(found, Ink.PLAIN.on(brush.theme()), 2.4f, false);
        IntStream.of(1, 5, 10)
                .filter(k -> k <= bins.size())
                .forEach(k -> mark(histogram, brush, plot, width, k));
    }

    private static void add(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private static void mark(
            RankHistogram histogram, Brush brush, Rectangle2D plot, double width, int k) {
        double x = plot.getX() + (k - 0.5) * width;
        double y = plot.getMaxY() - plot.getHeight() * histogram.recall(k);
        brush.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8), Ink.PLAIN.on(brush.theme()));
        String text = "R@" + k + " " + Numbers.percent(histogram.recall(k));
        brush.text(text).around(x, Math.max(12, y - 8), Brush.BOLD);
    }

    private static void legend(Brush brush) {
        brush.fill(new Rectangle2D.Double(4, 2, 14, 9), Ink.TEXT_TO_VIDEO.on(brush.theme()));
        brush.text("share of queries").at(22, 10, Brush.SMALL);
        brush.frame(new Line2D.Double(128, 6, 146, 6), Ink.PLAIN.on(brush.theme()), 2.4f, false);
        brush.text("found so far (recall)").at(150, 10, Brush.SMALL);
        brush.line(280, 6, 298, 6, brush.theme().quiet(), true);
        brush.quiet("chance").at(302, 10, Brush.SMALL);
    }
}
