package io.github.alprolab.dsl.figure;

import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A figure on disk: the format by the end of the name, and never half a file. */
final class FigureFile {
    private FigureFile() {}

    static void save(Figure figure, Path file) throws IOException {
        byte[] content = content(figure, file);
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, out -> out.write(content));
    }

    private static byte[] content(Figure figure, Path file) {
        return switch (ending(file)) {
            case "png" -> Encoded.png(figure.image());
            case "jpg", "jpeg" -> Encoded.jpeg(figure.image());
            case "svg" -> Vectors.svg(figure).getBytes(StandardCharsets.UTF_8);
            case "pdf" -> Vectors.pdf(figure);
            default -> throw new IllegalArgumentException(refusal(file));
        };
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String refusal(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return "A figure is written as .png, .jpg, .svg or .pdf, and the name \"%s\" ends otherwise: .save(Path.of(\"%s.svg\"))"
                .formatted(name, dot > 0 ? name.substring(0, dot) : name);
    }
}
