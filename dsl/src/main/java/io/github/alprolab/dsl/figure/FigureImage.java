package io.github.alprolab.dsl.figure;

import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Size;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Turns figures into pixels and files. */
final class FigureImage {
    private static final int FINENESS = 2;
    private static final int MARGIN = 12;
    private static final int TITLE = 24;
    private static final float QUALITY = 0.8f;

    private FigureImage() {}

    /** Margins and title around the picture's own size at a width. */
    static Size natural(Figure figure, int width) {
        int head = MARGIN + (figure.title().isBlank() ? 0 : TITLE);
        return new Size(width, figure.picture().size(width - 2 * MARGIN).height() + head + MARGIN);
    }

    static BufferedImage draw(Figure figure) {
        Size size = figure.size();
        BufferedImage image =
                new BufferedImage(
                        size.width() * FINENESS,
                        size.height() * FINENESS,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(FINENESS, FINENESS);
            paint(figure, graphics, size);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Paper, border, title and picture in a box from 0, 0. */
    static void paint(Figure figure, Graphics2D graphics, Size size) {
        Brush brush = new Brush(graphics, figure.theme());
        brush.card(size);
        int top = MARGIN;
        if (!figure.title().isBlank()) {
            brush.text(brush.fit(figure.title(), size.width() - 2 * MARGIN, Brush.TITLE))
                    .at(MARGIN, MARGIN + 13, Brush.TITLE);
            top += TITLE;
        }
        Size inner =
                new Size(
                        Math.max(1, size.width() - 2 * MARGIN),
                        Math.max(1, size.height() - top - MARGIN));
        Graphics2D below = (Graphics2D) graphics.create();
        below.translate(MARGIN, top);
        figure.picture().paint(below, inner, figure.theme());
        below.dispose();
    }

    static Part part(Figure figure) {
        boolean photographs = figure.picture().photographic();
        String type = photographs ? Part.JPEG : Part.PNG;
        return new Part(
                type,
                Base64.getEncoder().encodeToString(encode(figure.image(), photographs)),
                Optional.of(figure.size()));
    }

    static void save(Figure figure, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] content = encode(figure.image(), name.endsWith(".jpg") || name.endsWith(".jpeg"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, out -> out.write(content));
    }

    private static byte[] encode(BufferedImage image, boolean jpeg) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (jpeg) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(QUALITY);
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
