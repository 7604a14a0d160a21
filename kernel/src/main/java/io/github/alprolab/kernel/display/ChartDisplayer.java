package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** XChart charts as SVG, and as PNG of double resolution for pages that show no SVG. */
final class ChartDisplayer implements Displayer<Chart<?, ?>> {
    private static final int SCALE = 2;

    /** A drawing of very many points is left to the PNG, which does not grow with them. */
    private static final int LARGEST_SVG = 1 << 20;

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    public Class<Chart<?, ?>> type() {
        return (Class<Chart<?, ?>>) (Class<?>) Chart.class;
    }

    @Override
    public MimeBundle display(Chart<?, ?> chart) {
        String title = chart.getTitle() == null ? "" : chart.getTitle();
        MimeBundle png =
                ImageDisplayer.png(image(chart), ("Chart: " + title).strip(), chart.getWidth());
        return svg(chart)
                .filter(svg -> svg.length() <= LARGEST_SVG)
                .map(svg -> png.and("image/svg+xml", svg))
                .orElse(png);
    }

    private static BufferedImage image(Chart<?, ?> chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        BufferedImage image =
                new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(SCALE, SCALE);
        chart.paint(graphics, width, height);
        graphics.dispose();
        return image;
    }

    /** Empty where the library that XChart needs for it is absent. */
    private static Optional<String> svg(Chart<?, ?> chart) {
        try {
            byte[] svg = ChartEncoder.getBytes(chart, "svg");
            return Optional.of(new String(svg, StandardCharsets.UTF_8));
        } catch (NoClassDefFoundError absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A chart could not be drawn as SVG", e);
        }
    }
}
