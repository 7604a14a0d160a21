package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
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
        return png(
                image,
                "Image of " + image.getWidth() + " × " + image.getHeight() + " pixels",
                image.getWidth());
    }

    /** A picture that is shown {@code width} pixels wide, whatever its own resolution. */
    static MimeBundle png(BufferedImage image, String text, int width) {
        return MimeBundle.plain(text)
                .and("image/png", base64(image))
                .metadata("image/png", Map.of("width", width));
    }

    /** A picture as the text of a PNG. */
    static String base64(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be written", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
