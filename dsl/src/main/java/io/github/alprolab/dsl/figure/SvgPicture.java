package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A picture inside an SVG: frames of a video as JPEG, where that is smaller. */
final class SvgPicture {
    private static final String PNG = "data:image/png;base64,";
    private static final String JPEG = "data:image/jpeg;base64,";

    private SvgPicture() {}

    /** The same picture as JPEG where it is smaller and nothing shines through it. */
    static String smaller(String reference) {
        if (!reference.startsWith(PNG)) {
            return reference;
        }
        byte[] png = Base64.getMimeDecoder().decode(reference.substring(PNG.length()));
        BufferedImage image = image(png);
        if (image.getColorModel().hasAlpha() && !opaque(image)) {
            return PNG + Base64.getEncoder().encodeToString(png);
        }
        byte[] jpeg = Encoded.jpeg(rgb(image));
        return jpeg.length < png.length
                ? JPEG + Base64.getEncoder().encodeToString(jpeg)
                : PNG + Base64.getEncoder().encodeToString(png);
    }

    private static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new IllegalStateException("A picture inside a figure cannot be read", e);
        }
    }

    private static boolean opaque(BufferedImage image) {
        int width = image.getWidth();
        for (int rgb : image.getRGB(0, 0, width, image.getHeight(), null, 0, width)) {
            if (rgb >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage rgb(BufferedImage image) {
        BufferedImage rgb =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(image, 0, 0, null);
        return rgb;
    }
}
