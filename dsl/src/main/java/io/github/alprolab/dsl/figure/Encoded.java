package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/** Pixels as bytes of a picture file. */
final class Encoded {
    private static final float QUALITY = 0.85f;

    private Encoded() {}

    /** As small as PNG can be. */
    static byte[] png(BufferedImage image) {
        return encoded(image, "png", 0);
    }

    static byte[] jpeg(BufferedImage image) {
        return encoded(image, "jpeg", QUALITY);
    }

    private static byte[] encoded(BufferedImage image, String format, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            if (settings instanceof JPEGImageWriteParam jpeg) {
                jpeg.setOptimizeHuffmanTables(true); // the same pixels in fewer bytes
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be encoded in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
