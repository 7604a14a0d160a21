package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Curves in words, as a table and as a drawing. */
class CurvesTest {
    private static final Line TRAIN = Drawn.line("train", 2.0796, 1.5, 0.9994);

    /** Pixels of margin, title and one row of legend. */
    private static final int LEGEND = 2 * (12 + 24 + 18);

    private static final Reference CHANCE = new Reference("chance 2.08", 2.08);

    private static Line[] lines(int count) {
        Stream<Line> all = IntStream.range(0, count).mapToObj(i -> Drawn.line("line " + i, 1, i));
        return all.toArray(Line[]::new);
    }

    @Test
    void curvesAndLevelsOfEqualNamesAreDrawn() {
        Curves same =
                new Curves(
                        "Loss",
                        "epoch",
                        List.of(Drawn.line("best epoch", 1, 2), Drawn.line("best epoch", 2, 1)),
                        List.of(CHANCE, CHANCE),
                        OptionalDouble.of(1));
        assertThat(Drawn.colours(Figure.of(same).image())).isGreaterThan(5);
    }

    @Test
    void sixCurvesAreTheMost() {
        assertThat(Drawn.curves(lines(6)).lines()).hasSize(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drawn.curves(lines(7)))
                .withMessage(
                        "7 curves are given; one chart shows at most 6. Use Figure.grid for"
                                + " small multiples.");
    }

    @Test
    void wordsNameFirstAndLastValueAndTheLevels() {
        Curves curves =
                new Curves(
                        "Loss",
                        "epoch",
                        List.of(TRAIN, Drawn.line("validation")),
                        List.of(CHANCE),
                        OptionalDouble.of(1));

        assertThat(curves.words())
                .isEqualTo("train from 2.080 to 0.999; validation has no points yet; chance 2.08");
    }

    @Test
    void theTableHoldsEveryPoint() {
        DataTable table = Drawn.curves(TRAIN, Drawn.line("validation", 3)).table();

        assertThat(table.columns()).containsExactly("curve", "epoch", "value");
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.cell(2, 1)).isEqualTo("2.00");
        assertThat(table.cell(2, 2)).isEqualTo("0.9994");
        assertThat(table.cell(3, 0)).isEqualTo("validation");
    }

    @Test
    void curvesWithoutPointsAreDrawnAsAWord() {
        BufferedImage image = Figure.of(Drawn.curves(Drawn.line("train"))).image();
        int middle = image.getHeight() / 2;

        assertThat(Drawn.colours(image.getSubimage(600, middle, 240, 100))).isGreaterThan(4);
        assertThat(Drawn.shows(image, Ink.BLUE.on(Theme.LIGHT))).isFalse();
    }

    @Test
    void aCurveIsDrawnInItsInk() {
        BufferedImage plot = plot(List.of(), OptionalDouble.empty());

        assertThat(Drawn.colours(plot)).isGreaterThan(50);
        assertThat(Drawn.shows(plot, Ink.BLUE.on(Theme.LIGHT))).isTrue();
    }

    @Test
    void levelsAndTheBestEpochAreDrawnToo() {
        int plain = hash(plot(List.of(), OptionalDouble.empty()));
        int level = hash(plot(List.of(new Reference("chance", 1.8)), OptionalDouble.empty()));
        int best = hash(plot(List.of(), OptionalDouble.of(1)));

        assertThat(List.of(plain, level, best)).doesNotHaveDuplicates();
        assertThat(hash(plot(List.of(), OptionalDouble.empty()))).isEqualTo(plain);
    }

    private static BufferedImage plot(List<Reference> levels, OptionalDouble best) {
        Curves curves = new Curves("Loss", "epoch", List.of(TRAIN), levels, best);
        return Drawn.below(LEGEND, Figure.of(curves).image());
    }

    private static int hash(BufferedImage image) {
        int width = image.getWidth();
        return Arrays.hashCode(image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
    }

    @Test
    void theHeightFollowsTheWidthButNotBelowALeast() {
        assertThat(Drawn.curves(TRAIN).size(400)).isEqualTo(new Size(400, 222));
        assertThat(Drawn.curves(TRAIN).size(100)).isEqualTo(new Size(100, 170));
    }

    @Test
    void onePointIsEnoughForADrawing() {
        BufferedImage image = Figure.of(Drawn.curves(Drawn.line("train", 0.5))).image();

        assertThat(Drawn.shows(Drawn.below(LEGEND, image), Ink.BLUE.on(Theme.LIGHT))).isTrue();
    }

    @Test
    void theSpanOfEqualValuesIsNotEmpty() {
        assertThat(Span.of(Stream.of(3.0, 3.0), 0.1)).isEqualTo(new Span(2.5, 3.5));
        assertThat(Span.of(Stream.of(-20.0), 0.1)).isEqualTo(new Span(-22, -18));
        assertThat(Span.of(Stream.of(1.0, 3.0), 0.25).width()).isEqualTo(3);
    }

    @Test
    void pointsAreCopied() {
        List<Point> points = new ArrayList<>(List.of(new Point(1, 2)));
        Line line = new Line("x", Ink.BLUE, true, points);

        points.clear();

        assertThat(line.points()).containsExactly(new Point(1, 2));
    }

    @Test
    void aBandHasOneSpreadForEachPoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Line(
                                        "a",
                                        Ink.BLUE,
                                        true,
                                        List.of(new Point(1, 2)),
                                        List.of(new Spread(1, 3), new Spread(1, 3))))
                .withMessageContaining("1 points and a band of 2");
    }

    @Test
    void aSpreadStartsAtItsSmallerEnd() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spread(2, 1))
                .withMessage("A spread from 2.0 to 1.0 is given; it starts at its smaller end.");
    }

    @Test
    void aBandIsDrawnAndStandsInTheTable() {
        List<Point> points = List.of(new Point(0, 2), new Point(1, 2));
        List<Spread> band = List.of(new Spread(1, 3), new Spread(1.5, 2.5));
        Curves with = Drawn.curves(new Line("a", Ink.BLUE, true, points, band));

        assertThat(with.table().columns())
                .containsExactly("curve", "epoch", "value", "lowest", "highest");
        assertThat(with.table().cell(1, 3)).isEqualTo("1.5000");
        BufferedImage image = Figure.of(with).size(300, 200).image();
        Color tinted = new Color(image.getRGB(300, 170));
        assertThat(tinted).isNotEqualTo(Theme.LIGHT.paper());
        assertThat(tinted.getBlue()).isGreaterThan(tinted.getRed());
    }

    @Test
    void aLogarithmicAxisHasNoZeroAndNamesItsTenfolds() {
        Line line = new Line("a", Ink.BLUE, true, List.of(new Point(1e-4, 1), new Point(1e-3, 2)));
        Curves curves =
                new Curves("r", "rate", List.of(line), List.of(), OptionalDouble.empty(), true);

        assertThat(Drawn.colours(Figure.of(curves).image())).isGreaterThan(5);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Curves(
                                        "r",
                                        "rate",
                                        List.of(Drawn.line("a", 1, 2)),
                                        List.of(),
                                        OptionalDouble.empty(),
                                        true))
                .withMessageContaining("values of “rate” that are not above 0");
    }
}
