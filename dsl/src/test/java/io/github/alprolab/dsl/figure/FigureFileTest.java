package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure on disk: the format by the name, and never half a file. */
class FigureFileTest {
    private static final Figure FIGURE = Figure.of(Drawn.BARS).size(200, 100);

    @TempDir Path folder;

    private static List<Integer> start(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return List.of(bytes[0] & 0xff, bytes[1] & 0xff);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.JPEG", "a.png.jpg"})
    void namesOfJpegsGiveAJpeg(String name) throws IOException {
        FIGURE.save(folder.resolve(name));

        assertThat(start(folder.resolve(name))).containsExactly(0xff, 0xd8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.PNG", "a.jpg.png"})
    void namesOfPngsGiveAPng(String name) throws IOException {
        FIGURE.save(folder.resolve(name));

        assertThat(start(folder.resolve(name))).containsExactly(0x89, 'P' + 0);
    }

    @Test
    void theFileHoldsTheImage() throws IOException {
        FIGURE.save(folder.resolve("a.png"));
        BufferedImage read = ImageIO.read(folder.resolve("a.png").toFile());
        BufferedImage drawn = FIGURE.image();

        assertThat(read.getRGB(0, 0, 400, 200, null, 0, 400))
                .isEqualTo(drawn.getRGB(0, 0, 400, 200, null, 0, 400));
    }

    @Test
    void anSvgIsStrokesAndTextWithItsDescription() throws IOException {
        FIGURE.save(folder.resolve("a.SVG"));
        String svg = Files.readString(folder.resolve("a.SVG"));

        assertThat(svg)
                .startsWith("<svg")
                .contains(">circle</text>", "<title>Words</title>", "role=\"img\"")
                .contains("<desc>" + FIGURE.alt() + "</desc>")
                .doesNotContain("<image", "style=", "<style", "DOCTYPE");
    }

    @Test
    void aPdfIsAPdfWithLettersAsOutlines() throws IOException {
        FIGURE.save(folder.resolve("a.pdf"));
        String pdf = Files.readString(folder.resolve("a.pdf"), StandardCharsets.ISO_8859_1);

        assertThat(pdf).startsWith("%PDF-").contains("MediaBox").doesNotContain(" Tj");
    }

    @Test
    void framesOfVideosStayPicturesInAnSvg() throws IOException {
        Strip strip = Strip.of("a", "b", List.of(new Frame(Drawn.plain(Color.RED), "0 s")));
        Figure.of(new StripSheet("Clips", List.of(strip))).save(folder.resolve("a.svg"));

        assertThat(Files.readString(folder.resolve("a.svg")))
                .contains("<image", "data:image/", ">0 s</text>");
    }

    @ParameterizedTest
    @CsvSource({"a.gif,a", "a,a", "a.jpg.bak,a.jpg", ".hidden,.hidden"})
    void otherEndingsAreRefusedInWordsBeforeAnythingIsWritten(String name, String stem)
            throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIGURE.save(folder.resolve(name)))
                .withMessage(
                        "A figure is written as .png, .jpg, .svg or .pdf, and the name \"%s\" ends"
                                + " otherwise: .save(Path.of(\"%s.svg\"))",
                        name, stem);
        assertThat(names()).isEmpty();
    }

    @Test
    void missingFoldersAreMade() {
        Path file = folder.resolve("a").resolve("b").resolve("c.png");

        assertThat(FIGURE.save(file)).isSameAs(FIGURE);
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void anOldFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Files.writeString(folder.resolve("a.png"), "old");

        FIGURE.save(folder.resolve("a.png"));

        assertThat(names()).containsExactly("a.png");
        assertThat(start(folder.resolve("a.png"))).containsExactly(0x89, 'P' + 0);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder").resolve("a.png");

        assertThatThrownBy(() -> FIGURE.save(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The figure cannot be saved as " + file);
    }
}
