package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Size;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Optional;

/** Draws a figure with its title on its paper, as pixels and as parts of a notebook. */
final class FigureImage {
    private static final double FINENESS = 2;
    private static final double SHOWN = 1.5;
    private static final int MARGIN = 12;
    private static final int TITLE = 24;

    private FigureImage() {}

    /** Margins and title around the picture's own size at a width. */
    static Size natural(Figure figure, int width) {
        int head = MARGIN + (figure.title().isBlank() ? 0 : TITLE);
        return new Size(width, figure.picture().size(width - 2 * MARGIN).height() + head + MARGIN);
    }

    static BufferedImage draw(Figure figure) {
        return draw(figure, FINENESS);
    }

    private static BufferedImage draw(Figure figure, double fineness) {
        Size size = figure.size();
        BufferedImage image =
                new BufferedImage(
                        (int) Math.round(size.width() * fineness),
                        (int) Math.round(size.height() * fineness),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(fineness, fineness);
            paint(figure, graphics, size);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Paper, border, title and picture in a box from 0, 0. */
    static void paint(Figure figure, Graphics2D graphics, Size size) {
        Brush brush = new Brush(graphics, figure.theme());
        brush.card(size);
        int top = MARGIN;
        if (!figure.title().isBlank()) {
            brush.text(brush.fit(figure.title(), size.width() - 2 * MARGIN, Brush.TITLE))
                    .at(MARGIN, MARGIN + 13, Brush.TITLE);
            top += TITLE;
        }
        Size inner =
                new Size(
                        Math.max(1, size.width() - 2 * MARGIN),
                        Math.max(1, size.height() - top - MARGIN));
        Graphics2D below = (Graphics2D) graphics.create();
        below.translate(MARGIN, top);
        figure.picture().paint(below, inner, figure.theme());
        below.dispose();
    }

    /** Pixels are shown one and a half times as fine: twice is seen by nobody, but saved. */
    static Part part(Figure figure) {
        boolean photographs = figure.picture().photographic();
        BufferedImage drawn = draw(figure, SHOWN);
        byte[] content =
                photographs ? Encoded.jpeg(drawn) : Encoded.png(Palette.of(drawn).orElse(drawn));
        return new Part(
                photographs ? Part.JPEG : Part.PNG,
                Base64.getEncoder().encodeToString(content),
                Optional.of(figure.size()),
                Optional.of(figure.alt()));
    }

    /**
     * A chart as strokes, in the colours of its page unless its theme was chosen. GitHub and
     * nbviewer prefer an SVG to a PNG and drop the pictures inside it: with pictures there is none.
     */
    static Optional<Part> vectors(Figure figure, boolean themed) {
        if (figure.picture().photographic()) {
            return Optional.empty();
        }
        String svg = themed ? Vectors.svg(figure) : Vectors.svgOfPage(figure);
        if (svg.contains("<image")) {
            return Optional.empty();
        }
        return Optional.of(
                new Part(Part.SVG, svg, Optional.of(figure.size()), Optional.of(figure.alt())));
    }
}
