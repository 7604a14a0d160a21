package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** XChart charts as SVG, and as PNG of double resolution for pages that show no SVG. */
final class ChartDisplayer {
    static final String TYPE = "org.knowm.xchart.internal.chartpart.Chart";

    private static final String ENCODER = "org.knowm.xchart.VectorGraphicsEncoder";
    private static final int SCALE = 2;

    /** A drawing of very many points is left to the PNG, which does not grow with them. */
    private static final int LARGEST_SVG = 1 << 20;

    private ChartDisplayer() {}

    static MimeBundle display(Object value) {
        LibraryValue chart = new LibraryValue(value);
        MimeBundle png =
                ImageDisplayer.png(
                        image(chart),
                        ("Chart: " + chart.text("getTitle")).strip(),
                        (int) chart.get("getWidth"));
        return svg(chart)
                .filter(svg -> svg.length() <= LARGEST_SVG)
                .map(svg -> png.and("image/svg+xml", svg))
                .orElse(png);
    }

    private static BufferedImage image(LibraryValue chart) {
        int width = (int) chart.get("getWidth");
        int height = (int) chart.get("getHeight");
        BufferedImage image =
                new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(SCALE, SCALE);
        chart.method("paint", Graphics2D.class, int.class, int.class).call(graphics, width, height);
        graphics.dispose();
        return image;
    }

    /** Empty where the library that XChart needs for it is absent. */
    private static Optional<String> svg(LibraryValue chart) {
        try {
            return Optional.of(new String(encoded(chart), StandardCharsets.UTF_8));
        } catch (ClassNotFoundException | NoClassDefFoundError absent) {
            return Optional.empty();
        }
    }

    private static byte[] encoded(LibraryValue chart) throws ClassNotFoundException {
        Object format = svgOf(chart.loaded(ENCODER + "$VectorGraphicsFormat"));
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        chart.callStatic(ENCODER, "saveVectorGraphic", chart.value(), svg, format);
        return svg.toByteArray();
    }

    private static Object svgOf(Class<?> formats) {
        return Stream.of(formats.getEnumConstants())
                .filter(format -> format.toString().equals("SVG"))
                .findFirst()
                .orElseThrow();
    }
}
