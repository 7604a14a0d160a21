package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Accuracy by group, and several bars for each of some things. */
class BarGroupsTest {
    private static final AccuracyBars TYPES =
            new AccuracyBars(
                    "By type",
                    "commonest answer",
                    List.of(
                            new AccuracyBar("what", 1200, 0.5, 0.25),
                            new AccuracyBar(
                                    "how many",
                                    4,
                                    Double.NaN,
                                    OptionalDouble.empty(),
                                    Optional.empty())),
                    Optional.of(new Reference("ceiling 90 %", 0.9)));

    private static GroupedBars grouped(List<Spread> spreads) {
        return new GroupedBars(
                "Objectives",
                List.of("VTC", "all"),
                List.of(new BarSeries("R@1", Ink.BLUE, List.of(0.25, 0.5), spreads)),
                List.of(new Reference("chance", 0.01)),
                true);
    }

    @Test
    void accuracyIsToldWithCountFloorAndCeiling() {
        assertThat(TYPES.words())
                .isEqualTo(
                        "what 50.0 % of 1\u2009200, commonest answer 25.0 %;"
                                + " how many – of 4; ceiling 90 %");
        assertThat(TYPES.table().columns())
                .containsExactly("group", "number", "accuracy", "commonest answer", "from", "to");
        assertThat(TYPES.table().cell(1, 2)).isEqualTo("–");
    }

    @Test
    void accuracyIsAShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccuracyBar("what", 1, 50, 0))
                .withMessage("The group \"what\" has a share of 50.0; shares are 0 to 1.");
    }

    @Test
    void theFloorCrossesItsBar() {
        Figure figure = Figure.of(TYPES).title("");
        AccuracyBars bare =
                new AccuracyBars(
                        "", "", List.of(floorless(0.5), floorless(Double.NaN)), Optional.empty());

        assertThat(Drawn.shows(figure.image(), Ink.PLAIN.on(Theme.LIGHT))).isTrue();
        assertThat(figure.size().height()).isEqualTo(Figure.of(bare).size().height() + 14);
    }

    private static AccuracyBar floorless(double share) {
        return new AccuracyBar("what", 3, share, OptionalDouble.empty(), Optional.empty());
    }

    @Test
    void groupsAreToldAndListedOneByOne() {
        GroupedBars plain = grouped(List.of());

        assertThat(plain.words()).isEqualTo("VTC: R@1 25.0 %; all: R@1 50.0 %");
        assertThat(plain.table().columns()).containsExactly("group", "bar", "value");
        assertThat(grouped(List.of(new Spread(0.2, 0.3), new Spread(0.4, 0.6))).table().cell(1, 4))
                .isEqualTo("60.0 %");
    }

    @Test
    void errorBarsAreDrawn() {
        Figure with = Figure.of(grouped(List.of(new Spread(0.1, 0.3), new Spread(0.4, 0.9))));

        assertThat(with.image().getRGB(0, 0)).isEqualTo(Figure.of(TYPES).image().getRGB(0, 0));
        assertThat(Drawn.same(with.image(), Figure.of(grouped(List.of())).image())).isFalse();
    }

    @Test
    void everySeriesHasAValueForEveryGroup() {
        BarSeries one = new BarSeries("R@1", Ink.BLUE, List.of(0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new GroupedBars("", List.of("a", "b"), List.of(one), List.of(), true))
                .withMessage("The bars \"R@1\" have 1 values; there are 2 groups.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new BarSeries("R@1", Ink.BLUE, List.of(0.5, 0.6), List.of(spread())))
                .withMessageContaining("2 values and 1 spreads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarSeries("R@1", Ink.BLUE, List.of(-0.5)))
                .withMessage("The bars \"R@1\" have the lengths [-0.5]; bars start at 0.");
    }

    private static Spread spread() {
        return new Spread(0, 1);
    }

    @Test
    void sixSeriesAreTheMost() {
        BarSeries one = new BarSeries("a", Ink.BLUE, List.of(1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new GroupedBars(
                                        "",
                                        List.of("g"),
                                        Collections.nCopies(7, one),
                                        List.of(),
                                        false))
                .withMessageContaining("7 series of bars are given; one chart shows at most 6.");
    }

    @Test
    void aChartWithoutAnyLengthIsDrawn() {
        BarSeries none = new BarSeries("a", Ink.BLUE, List.of(0.0, Double.NaN));
        GroupedBars bars = new GroupedBars("", List.of("g", "h"), List.of(none), List.of(), false);

        assertThat(bars.words()).isEqualTo("g: a 0.000; h: a –");
        assertThat(Drawn.colours(Figure.of(bars).image())).isGreaterThan(5);
    }

    @Test
    void seriesWithoutAColourOfTheirOwnTakeTurns() {
        assertThat(Ink.series(0)).isEqualTo(Ink.BLUE).isEqualTo(Ink.series(6));
        assertThat(Ink.series(1)).isNotEqualTo(Ink.series(0));
    }
}
