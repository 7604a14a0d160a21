package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** {@code %image}: the picture in a file or at an address. */
final class ImageMagic {
    /** What pages show as it is; other formats are shown by the kernel's picture of them. */
    private static final Map<String, String> TYPES =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "gif", "image/gif",
                    "svg", "image/svg+xml");

    private ImageMagic() {}

    static List<Magic> of() {
        return List.of(
                BuiltinMagic.line(
                        "image",
                        "Shows a picture.\n%image FILE or %image ADDRESS; PNG, JPEG, GIF, SVG, and"
                                + " what Java reads",
                        ImageMagic::show));
    }

    private static Object show(MagicCall call) throws IOException {
        String name = call.only("one file or address");
        byte[] bytes = bytes(name);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.get(ending);
        if (type == null) {
            Notebook.display(decoded(name, bytes));
        } else {
            Object content =
                    ending.equals("svg")
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(bytes);
            Notebook.display(MimeBundle.plain(name).and(type, content));
        }
        return null;
    }

    private static byte[] bytes(String name) throws IOException {
        if (name.matches("(?i)(https?|file):.*")) {
            try (var in = URI.create(name).toURL().openStream()) {
                return in.readAllBytes();
            }
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new MagicException("There is no picture " + file.toAbsolutePath() + ".");
        }
        return Files.readAllBytes(file);
    }

    private static BufferedImage decoded(String name, byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            throw new MagicException(
                    name
                            + " is no picture that Java reads; it reads "
                            + String.join(", ", ImageIO.getReaderFileSuffixes())
                            + ", and SVG is shown too.");
        }
        return image;
    }
}
