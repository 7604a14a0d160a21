package io.github.alprolab.datasets.gallery;

import io.github.alprolab.datasets.Frames;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Frames side by side in one picture. */
public final class FrameStrip {
    private FrameStrip() {}

    /** As JPEG, as high as a frame and as wide as all of them. */
    public static byte[] jpeg(Frames frames) {
        int side = frames.width();
        BufferedImage strip =
                new BufferedImage(frames.count() * side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = strip.createGraphics();
        for (int t = 0; t < frames.count(); t++) {
            canvas.drawImage(frames.image(t), t * side, 0, null);
        }
        canvas.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(strip, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("pictures cannot be encoded", e);
        }
    }
}
