package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars from zero, and histograms of ranks. */
class BarsAndRanksTest {
    private static final RankHistogram RANKS =
            RankHistogram.of("Ranks", 12, List.of(1, 1, 3, 5, 12, 2, 1, 11));

    private static Bars bars(int count) {
        List<Bar> all =
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> new Bar("word " + i, i, i + " times", Ink.PLAIN, false))
                        .toList();
        return new Bars("Words", all);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN})
    void barsStartAtZero(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bar("circle", value, "", Ink.PLAIN, false))
                .withMessage("The bar \"circle\" has length " + value + "; bars start at 0.");
    }

    @Test
    void wordsTellTheFirstTenBars() {
        assertThat(Drawn.BARS.words()).isEqualTo("circle 50 %, square 25 %");
        assertThat(bars(12).words()).endsWith("word 10 10 times, … 2 more");
        assertThat(bars(10).words()).doesNotContain("more");
    }

    @Test
    void manyBarsStandInUpToThreeColumns() {
        assertThat(bars(18).size(700)).isEqualTo(new Size(700, 18 * 17));
        assertThat(bars(19).size(700)).isEqualTo(new Size(700, 10 * 17));
        assertThat(bars(60).size(700)).isEqualTo(new Size(700, 20 * 17));
        assertThat(bars(0).size(700)).isEqualTo(new Size(700, 17));
    }

    @Test
    void theTableOfBarsHasNamesAndLengths() {
        DataTable table = Drawn.BARS.table();

        assertThat(table.columns()).containsExactly("name", "value");
        assertThat(table.cell(1, 0)).isEqualTo("square");
        assertThat(table.cell(1, 1)).isEqualTo("0.2500");
    }

    @Test
    void barsAreDrawnInTheirInkEvenWhenHatched() {
        var image = Figure.of(Drawn.BARS).image();

        assertThat(Drawn.shows(image, Ink.BLUE.on(Theme.LIGHT))).isTrue();
        assertThat(Drawn.shows(image, Ink.PURPLE.on(Theme.LIGHT))).isTrue();
        assertThat(Drawn.colours(Figure.of(bars(40)).image())).isGreaterThan(20);
    }

    @Test
    void ranksAreCounted() {
        assertThat(RANKS.counts()).containsExactly(3, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1);
        assertThat(RANKS.queries()).isEqualTo(8);
    }

    @Test
    void recallIsTheShareFoundSoFar() {
        assertThat(RANKS.recall(0)).isZero();
        assertThat(RANKS.recall(1)).isEqualTo(0.375);
        assertThat(RANKS.recall(5)).isEqualTo(0.75);
        assertThat(RANKS.recall(99)).isEqualTo(1);
        assertThat(RankHistogram.of("none", 3, List.of()).recall(3)).isZero();
    }

    @Test
    void theRankOfAShareIsTheFirstThatReachesIt() {
        assertThat(RANKS.rankOf(0.375)).isEqualTo(1);
        assertThat(RANKS.rankOf(0.5)).isEqualTo(2);
        assertThat(RANKS.rankOf(1)).isEqualTo(12);
    }

    @Test
    void wordsOfRanksTellRecallAndMedian() {
        assertThat(RANKS.words())
                .isEqualTo(
                        "8 queries over 12 candidates; R@1 37.5 %, R@5 75.0 %, R@10 75.0 %,"
                                + " half found by rank 2");
    }

    @Test
    void thereIsOneCountARank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RankHistogram("Ranks", 3, List.of(1, 2)))
                .withMessage("2 counts are given for 3 candidates; there is one a rank.");
    }

    @Test
    void theTableOfRanksEndsWithAllFound() {
        DataTable table = RANKS.table();

        assertThat(table.columns()).containsExactly("rank", "queries", "found so far");
        assertThat(table.cell(0, 1)).isEqualTo("3");
        assertThat(table.cell(11, 2)).isEqualTo("100.0 %");
    }

    @Test
    void barsOfRanksAndRecallAreDrawn() {
        var image = Drawn.below(2 * (12 + 24 + 24), Figure.of(RANKS).image());

        assertThat(Drawn.shows(image, Ink.TEXT_TO_VIDEO.on(Theme.LIGHT))).isTrue();
        assertThat(Drawn.shows(image, Ink.PLAIN.on(Theme.LIGHT))).isTrue();
    }
}
