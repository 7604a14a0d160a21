package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.knowm.xchart.internal.chartpart.Chart;

/** XChart charts as PNG of double resolution. */
final class ChartDisplayer implements Displayer<Chart<?, ?>> {
    private static final int SCALE = 2;

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    public Class<Chart<?, ?>> type() {
        return (Class<Chart<?, ?>>) (Class<?>) Chart.class;
    }

    @Override
    public MimeBundle display(Chart<?, ?> chart) {
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
        String title = chart.getTitle() == null ? "" : chart.getTitle();
        return ImageDisplayer.png(image, ("Chart: " + title).strip(), width);
    }
}
