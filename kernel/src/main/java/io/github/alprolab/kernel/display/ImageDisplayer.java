package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures as PNG. */
final class ImageDisplayer implements Displayer<BufferedImage> {
    @Override
    public Class<BufferedImage> type() {
        return BufferedImage.class;
    }

    @Override
    public MimeBundle display(BufferedImage image) {
        return png(image, PlainText.of(image), image.getWidth());
    }

    /** A picture that is shown {@code width} pixels wide, whatever its own resolution. */
    static MimeBundle png(BufferedImage image, String text, int width) {
        return MimeBundle.plain(text)
                .and("image/png", base64(image))
                .metadata("image/png", Map.of("width", width));
    }

    private static BufferedImage repainted(BufferedImage image) {
        BufferedImage common =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = common.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return common;
    }

    /** A picture as the text of a PNG. */
    static String base64(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) { // of floating-point values, for example
                ImageIO.write(repainted(image), "png", bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be written", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
