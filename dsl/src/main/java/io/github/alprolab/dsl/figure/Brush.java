package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The strokes that all drawings share: text that fits, frames, hatching, dashed lines. */
final class Brush {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final float[] DASH = {5, 4};

    /** Halves of letters and signs for machines: not to be drawn, and not allowed in an SVG. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]");

    private final Graphics2D graphics;
    private final Theme theme;

    Brush(Graphics2D graphics, Theme theme) {
        this.graphics = graphics;
        this.theme = theme;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /** Draws nowhere: for drawings whose size follows from the width of their words. */
    static Brush measuring() {
        BufferedImage nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        return new Brush(nowhere.createGraphics(), Theme.LIGHT);
    }

    Theme theme() {
        return theme;
    }

    /** Paper with a thin border, which stands on dark pages too. */
    void card(Size size) {
        fill(new Rectangle2D.Double(0, 0, size.width(), size.height()), theme.paper());
        frame(
                new Rectangle2D.Double(0.5, 0.5, size.width() - 1, size.height() - 1),
                theme.line(),
                1,
                false);
    }

    /** Without signs that no drawing and no SVG can hold. */
    static String drawable(String text) {
        return UNSEEN.matcher(text).replaceAll(" ");
    }

    /** Text in the theme's colour. */
    Text text(String text) {
        return new Text(text, theme.text());
    }

    /** Text that may be overlooked. */
    Text quiet(String text) {
        return new Text(text, theme.quiet());
    }

    Text text(String text, Color color) {
        return new Text(text, color);
    }

    /** Of words in the usual family. */
    double width(String text, double size, boolean bold) {
        Font font = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1);
        return width(text, font.deriveFont((float) size));
    }

    double width(String text, Font font) {
        return graphics.getFontMetrics(font).getStringBounds(text, graphics).getWidth();
    }

    /** The text, or its start with an ellipsis. */
    String fit(String text, double width, Font font) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + "…", font) > width) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Words over at most so many lines; the last one ends in an ellipsis where they do not fit. */
    List<String> wrap(String text, double width, Font font, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (lines.size() < most - 1 && width(rest, font) > width) {
            int cut = cut(rest, width, font);
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty()) {
            lines.add(fit(rest, width, font));
        }
        return lines;
    }

    private int cut(String text, double width, Font font) {
        int cut = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean boundary = i == text.length() || text.charAt(i) == ' ';
            if (boundary && width(text.substring(0, i), font) <= width) {
                cut = i;
            }
        }
        return cut == 0 ? Math.max(1, fit(text, width, font).length() - 1) : cut;
    }

    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    void frame(Shape shape, Color color, float width, boolean dashed) {
        graphics.setColor(color);
        graphics.setStroke(stroke(width, dashed));
        graphics.draw(shape);
    }

    void line(double x1, double y1, double x2, double y2, Color color, boolean dashed) {
        frame(new Line2D.Double(x1, y1, x2, y2), color, 1, dashed);
    }

    /** Thin lines with an edge of paper: seen on bars and on the paper. */
    void hair(Shape line) {
        frame(line, theme.paper(), 3, false);
        frame(line, theme.text(), 1, false);
    }

    /** A filled bar, or a hatched one: there, but left out. */
    void bar(Rectangle2D box, Color color, boolean hatched) {
        if (hatched) {
            hatch(box, color);
            frame(box, color, 1, false);
        } else {
            fill(box, color);
        }
    }

    /** Lines of 45 degrees inside a box. */
    void hatch(Rectangle2D box, Color color) {
        Shape before = graphics.getClip();
        graphics.clip(box);
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += 5) {
            line(x, box.getMaxY(), x + box.getHeight(), box.getY(), color, false);
        }
        graphics.setClip(before);
    }

    /** A black line inside a white one: seen on any picture. */
    void box(Rectangle2D box) {
        frame(box, Color.WHITE, 4, false);
        frame(box, Color.BLACK, 2, false);
    }

    void image(BufferedImage image, double x, double y, double width, double height) {
        graphics.drawImage(
                image,
                (int) Math.round(x),
                (int) Math.round(y),
                (int) Math.round(width),
                (int) Math.round(height),
                null);
    }

    /** An image whose pixels stay squares, over this box: each becomes many equal ones. */
    void pixels(BufferedImage image, Rectangle2D box) {
        int times = Math.max(1, (int) Math.ceil(2 * box.getWidth() / image.getWidth()));
        int width = (int) Math.round(box.getWidth());
        int height = (int) Math.round(box.getHeight());
        BufferedImage large = repeated(image, times);
        moved(
                t -> t.translate(box.getX(), box.getY()),
                () -> graphics.drawImage(large, 0, 0, width, height, null));
    }

    /**
     * Draws elsewhere. An SVG forgets to come back from a copy of the graphics, but not from this.
     */
    private void moved(Consumer<Graphics2D> move, Runnable drawing) {
        AffineTransform before = graphics.getTransform();
        move.accept(graphics);
        drawing.run();
        graphics.setTransform(before);
    }

    private static BufferedImage repeated(BufferedImage image, int times) {
        BufferedImage large =
                new BufferedImage(
                        image.getWidth() * times, image.getHeight() * times, image.getType());
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                large.setRGB(x, y, image.getRGB(x / times, y / times));
            }
        }
        return large;
    }

    static BasicStroke stroke(float width, boolean dashed) {
        return dashed
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASH, 0)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** A piece of text about to be drawn; {@code y} is its base line. */
    final class Text {
        private final String text;
        private final Color color;

        private Text(String text, Color color) {
            this.text = drawable(text);
            this.color = color;
        }

        void at(double x, double y, Font font) {
            graphics.setFont(font);
            graphics.setColor(color);
            graphics.drawString(text, (float) x, (float) y);
        }

        void endingAt(double x, double y, Font font) {
            at(x - width(text, font), y, font);
        }

        void around(double x, double y, Font font) {
            at(x - width(text, font) / 2, y, font);
        }

        /** Turned to be read from below, centred on {@code y}. */
        void upwards(double x, double y, Font font) {
            moved(t -> t.rotate(-Math.PI / 2, x, y), () -> around(x, y, font));
        }
    }
}
