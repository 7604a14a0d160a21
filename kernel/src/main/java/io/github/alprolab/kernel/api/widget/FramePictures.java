package io.github.alprolab.kernel.api.widget;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Frames as bytes that a page can show. */
final class FramePictures {
    private static final float QUALITY = 0.9f;

    /** A still of less is shown twice as large, so that its boxes can be read. */
    private static final int SMALL = 240;

    private static final Color BOX = new Color(0xe0, 0x7b, 0x00);

    private FramePictures() {}

    static byte[] jpeg(BufferedImage frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(painted(frame, 1, List.of()), null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("A frame could not be written as JPEG", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A frame with its boxes as the text of a PNG. */
    static String png(BufferedImage frame, List<FrameBox> boxes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(painted(frame, frame.getWidth() < SMALL ? 2 : 1, boxes), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A frame could not be written as PNG", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static BufferedImage painted(BufferedImage frame, int scale, List<FrameBox> boxes) {
        int width = frame.getWidth() * scale;
        int height = frame.getHeight() * scale;
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.drawImage(frame, 0, 0, width, height, null);
        pen.setColor(BOX);
        pen.setStroke(new BasicStroke(2));
        for (FrameBox box : boxes) {
            double left = box.left() * width;
            double top = box.top() * height;
            pen.draw(new Rectangle2D.Double(left, top, box.width() * width, box.height() * height));
            pen.drawString(box.label(), (float) left + 3, (float) top + 13);
        }
        pen.dispose();
        return opaque;
    }
}
