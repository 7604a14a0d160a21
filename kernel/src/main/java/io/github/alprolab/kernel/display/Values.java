package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Content;
import java.awt.image.BufferedImage;

/** Values in the cells of tables. */
final class Values {
    private static final int MOST_CHARACTERS = 300;
    private static final int PICTURE = 160;

    private Values() {}

    /** A value as escaped text of bounded length, a picture as a small one. */
    static String html(Object value) {
        return value instanceof BufferedImage image
                ? picture(image)
                : Content.escape(PlainText.shortened(PlainText.of(value), MOST_CHARACTERS));
    }

    private static String picture(BufferedImage image) {
        double scale =
                Math.min(1, PICTURE / (double) Math.max(image.getWidth(), image.getHeight()));
        return "<img alt=\"picture\" width=\"%d\" height=\"%d\" src=\"data:image/png;base64,%s\">"
                .formatted(
                        Math.max(1, Math.round(image.getWidth() * scale)),
                        Math.max(1, Math.round(image.getHeight() * scale)),
                        ImageDisplayer.base64(image));
    }
}
