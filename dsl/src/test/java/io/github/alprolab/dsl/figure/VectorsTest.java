package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Charts are strokes and text, so that SVG and PDF can hold them; as SVG their words can be read.
 */
class VectorsTest {
    private static final RankHistogram RANKS =
            RankHistogram.of("Ranks", 12, List.of(1, 1, 3, 5, 12, 2, 1, 11));

    private static Stream<Arguments> charts() {
        return Stream.of(
                Arguments.of(Drawn.BARS, List.of("circle", "50 %", "square", "25 %")),
                Arguments.of(RANKS, List.of("recall: R@1 37.5 % · R@5 75.0 % · R@10 75.0 %")),
                Arguments.of(curves(OptionalDouble.of(1)), List.of("train", "best epoch")));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void aChartIsStrokesAndTextOnEitherPaper(Picture picture, List<String> words)
            throws IOException {
        for (Theme theme : Theme.values()) {
            String svg = svg(Figure.of(picture).theme(theme));
            assertThat(svg).doesNotContain("<image").contains(rgb("fill", theme.paper()));
            assertThat(words).allSatisfy(word -> assertThat(svg).contains(">" + word + "</text>"));
        }
    }

    @Test
    void recallAtOneFiveAndTenIsMarkedAsFarAsThereAreCandidates() throws IOException {
        assertThat(svg(Figure.of(RANKS)).split("<ellipse")).hasSize(1 + 3);
        RankHistogram four = RankHistogram.of("Ranks", 4, List.of(1, 2));
        assertThat(svg(Figure.of(four)).split("<ellipse")).hasSize(1 + 1);
        assertThat(svg(Figure.of(four))).contains(">recall: R@1 50.0 %</text>");
    }

    /** Lines of the grid are hardly seen on dark paper, and must not be. */
    @Test
    void theBestEpochIsStrongerThanTheGrid() throws IOException {
        String quiet = rgb("stroke", Theme.DARK.quiet());
        Figure with = Figure.of(curves(OptionalDouble.of(1))).theme(Theme.DARK);
        Figure without = Figure.of(curves(OptionalDouble.empty())).theme(Theme.DARK);

        assertThat(svg(with)).contains(quiet);
        assertThat(svg(without)).doesNotContain(quiet);
    }

    private static Curves curves(OptionalDouble best) {
        return new Curves("Loss", "epoch", List.of(Drawn.line("train", 3, 2, 1)), List.of(), best);
    }

    private static String rgb(String use, Color c) {
        return "%s:rgb(%d,%d,%d)".formatted(use, c.getRed(), c.getGreen(), c.getBlue());
    }

    private static String svg(Figure figure) throws IOException {
        Size size = figure.size();
        VectorGraphics2D graphics = new VectorGraphics2D();
        FigureImage.paint(figure, graphics, size);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(size.width(), size.height()))
                .writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
