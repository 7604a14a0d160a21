package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws frames, the same frames under heat below them, and the scale of colours on the right. */
final class OverlayDrawing {
    /** 55 % of 255. */
    private static final int OPACITY = 140;

    private static final int MOST_COLUMNS = 8;
    private static final int MOST_EDGE = 150;
    private static final int GAP = 3;
    private static final int LABEL = 20;
    private static final int SCALE = 84;

    private OverlayDrawing() {}

    static Size size(Overlays figure, int width) {
        return new Size(width, Math.max(1, rows(figure) * block(figure, width)));
    }

    static void paint(Overlays figure, Brush brush, Size size) {
        int edge = edge(figure, size.width());
        for (int i = 0; i < figure.overlays().size(); i++) {
            Overlay overlay = figure.overlays().get(i);
            double x = (i % columns(figure)) * (double) (edge + GAP);
            double y = (i / columns(figure)) * (double) block(figure, size.width());
            brush.image(overlay.frame(), x, y, edge, edge);
            brush.image(overlay.frame(), x, y + edge + GAP, edge, edge);
            Rectangle2D place = new Rectangle2D.Double(x, y + edge + GAP, edge, edge);
            brush.pixels(image(overlay.heat(), figure.most()), place);
            String label = brush.fit(overlay.label(), edge, Brush.SMALL);
            brush.quiet(label).around(x + edge / 2.0, y + 2 * edge + GAP + 13, Brush.SMALL);
        }
        scale(figure, brush, columns(figure) * (double) (edge + GAP) + 10, edge);
    }

    private static BufferedImage image(Matrix heat, double most) {
        BufferedImage image =
                new BufferedImage(heat.columns(), heat.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < heat.rows(); i++) {
            for (int j = 0; j < heat.columns(); j++) {
                Color color = at(heat.at(i, j) / Math.max(most, 1e-12));
                image.setRGB(j, i, OPACITY << 24 | color.getRGB() & 0xffffff);
            }
        }
        return image;
    }

    /** Bright where there is much: what is looked at seems lit. */
    private static Color at(double share) {
        return Sequential.at(1 - share);
    }

    private static void scale(Overlays figure, Brush brush, double x, int edge) {
        double top = edge + GAP + 18.0;
        double height = Math.min(edge - 22.0, 160);
        brush.quiet("frame").at(x, 12, Brush.SMALL);
        for (int i = 0; i < height; i++) {
            brush.fill(new Rectangle2D.Double(x, top + i, 12, 1.3), at(1 - i / height));
        }
        brush.quiet(brush.fit(figure.unit(), SCALE, Brush.SMALL)).at(x, top - 6, Brush.SMALL);
        brush.text(Numbers.decimals(figure.most(), 2)).at(x + 16, top + 9, Brush.SMALL);
        brush.text("0").at(x + 16, top + height, Brush.SMALL);
    }

    private static int columns(Overlays figure) {
        return Math.min(MOST_COLUMNS, figure.overlays().size());
    }

    private static int rows(Overlays figure) {
        return (figure.overlays().size() + columns(figure) - 1) / columns(figure);
    }

    private static int edge(Overlays figure, int width) {
        return Math.max(1, Math.min(MOST_EDGE, (width - SCALE - 10) / columns(figure) - GAP));
    }

    private static int block(Overlays figure, int width) {
        return 2 * edge(figure, width) + GAP + LABEL;
    }
}
