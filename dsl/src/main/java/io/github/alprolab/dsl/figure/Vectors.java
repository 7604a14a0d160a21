package io.github.alprolab.dsl.figure;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import io.github.alprolab.dsl.show.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Figures as strokes and text: SVG and PDF. Pictures inside them stay pictures. */
final class Vectors {
    private Vectors() {}

    /** In the colours of the figure's theme, with its title and description inside. */
    static String svg(Figure figure) {
        return SvgDocument.of(figure, drawn(figure), Optional.empty());
    }

    /** In the colours of the page it stands in: light where it is light, dark where it is dark. */
    static String svgOfPage(Figure figure) {
        String dark = drawn(figure.theme(Theme.DARK));
        return SvgDocument.of(figure, drawn(figure.theme(Theme.LIGHT)), Optional.of(dark));
    }

    /** Letters are drawn as outlines: the library embeds no fonts, and knows no marks such as ✓. */
    static byte[] pdf(Figure figure) {
        return document(figure, new OutlinedText(), "pdf");
    }

    private static String drawn(Figure figure) {
        return new String(document(figure, new VectorGraphics2D(), "svg"), StandardCharsets.UTF_8);
    }

    private static byte[] document(Figure figure, VectorGraphics2D graphics, String format) {
        Size size = figure.size();
        FigureImage.paint(figure, graphics, size);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Processors.get(format)
                    .getDocument(graphics.getCommands(), new PageSize(size.width(), size.height()))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A figure could not be written in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Fills the outlines of letters; its copies do so too. */
    private static final class OutlinedText extends VectorGraphics2D {
        @Override
        public void drawString(String text, int x, int y) {
            drawString(text, (float) x, (float) y);
        }

        @Override
        public void drawString(String text, float x, float y) {
            fill(getFont().createGlyphVector(getFontRenderContext(), text).getOutline(x, y));
        }
    }
}
