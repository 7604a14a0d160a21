package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
    void aChartIsStrokesAndTextOnEitherPaper(Picture picture, List<String> words) {
        for (Theme theme : Theme.values()) {
            String svg = svg(Figure.of(picture).theme(theme));
            assertThat(svg).doesNotContain("<image").contains(rgb("fill", theme.paper()));
            assertThat(words).allSatisfy(word -> assertThat(svg).contains(">" + word + "</text>"));
        }
    }

    @Test
    void recallAtOneFiveAndTenIsMarkedAsFarAsThereAreCandidates() {
        assertThat(svg(Figure.of(RANKS)).split("<ellipse")).hasSize(1 + 3);
        RankHistogram four = RankHistogram.of("Ranks", 4, List.of(1, 2));
        assertThat(svg(Figure.of(four)).split("<ellipse")).hasSize(1 + 1);
        assertThat(svg(Figure.of(four))).contains(">recall: R@1 50.0 %</text>");
    }

    /** Lines of the grid are hardly seen on dark paper, and must not be. */
    @Test
    void theBestEpochIsStrongerThanTheGrid() {
        String quiet = rgb("stroke", Theme.DARK.quiet());
        Figure with = Figure.of(curves(OptionalDouble.of(1))).theme(Theme.DARK);
        Figure without = Figure.of(curves(OptionalDouble.empty())).theme(Theme.DARK);

        assertThat(svg(with)).contains(quiet);
        assertThat(svg(without)).doesNotContain(quiet);
    }

    @Test
    void inANotebookAChartHasTheColoursOfItsPage() {
        String svg = Vectors.svgOfPage(Figure.of(Drawn.BARS));

        assertThat(svg)
                .contains("@media (prefers-color-scheme:dark)", rgb("fill", Theme.LIGHT.paper()))
                .contains("{fill:rgb(22,27,34)}")
                .doesNotContain("style=");
        assertThat(Vectors.svg(Figure.of(Drawn.BARS))).doesNotContain("<style", "class=");
    }

    @Test
    void coloursWithAMeaningDoNotFollowThePage() {
        String svg = Vectors.svgOfPage(Figure.of(Drawn.BARS));

        assertThat(svg).containsPattern("<rect fill=\"rgb\\(0,114,178\\)\"");
        assertThat(svg).doesNotContainPattern("class=[^>]*fill=\"rgb\\(0,114,178\\)\"");
    }

    @Test
    void wordsHaveFontsThatOthersHaveAndKeepTheirWidth() {
        assertThat(svg(Figure.of(Drawn.BARS)))
                .containsPattern(
                        "<text [^>]*font-family=\"[^\"]+,Verdana,sans-serif\"[^>]*textLength=\"\\d+\"");
    }

    @Test
    void aCurveIsOneStroke() {
        double[] values = IntStream.range(0, 50).mapToDouble(i -> i % 7).toArray();
        Curves curves =
                new Curves(
                        "Loss",
                        "epoch",
                        List.of(Drawn.line("train", values)),
                        List.of(),
                        OptionalDouble.empty());
        String svg = svg(Figure.of(curves));

        assertThat(svg.split("<polyline")).hasSize(1 + 1);
        assertThat(svg).doesNotContain("xmlns=\"\"");
        String points = svg.split("points=\"")[1].split("\"")[0];
        assertThat(points.split(" ")).hasSize(50).allMatch(p -> p.matches("[\\d.]+,[\\d.]+"));
    }

    @Test
    void signsThatNoXmlMayHoldAreLeftOut() {
        Bars bars =
                new Bars("a\u0000b\ud83d", List.of(new Bar("<&>\u0001", 1, "1", Ink.BLUE, false)));

        assertThat(svg(Figure.of(bars))).contains(">&lt;&amp;&gt; </text>", ">a b </text>");
    }

    /** What follows a turned word stood beside the picture once. */
    @Test
    void nothingIsDrawnInTheTurnOfAWordBeforeIt() {
        HeatMap map =
                HeatMap.confusion(
                        "c",
                        List.of("left", "a long answer"),
                        List.of("left", "a long answer"),
                        Matrix.of(new double[][] {{3, 1}, {1, 2}}));
        String svg = svg(Figure.of(map));
        int unit = svg.indexOf(">share</text>");
        String before = svg.substring(0, unit);

        assertThat(before.substring(before.lastIndexOf("<g ")))
                .startsWith("<g transform=\"translate(12");
    }

    private static Curves curves(OptionalDouble best) {
        return new Curves("Loss", "epoch", List.of(Drawn.line("train", 3, 2, 1)), List.of(), best);
    }

    private static String rgb(String use, Color c) {
        return "%s=\"rgb(%d,%d,%d)\"".formatted(use, c.getRed(), c.getGreen(), c.getBlue());
    }

    private static String svg(Figure figure) {
        return Vectors.svg(figure);
    }
}
