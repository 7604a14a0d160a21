package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.show.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A figure in one sentence. */
class AltTextTest {
    private static Bars bars(int count) {
        return new Bars(
                "Words",
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        new Bar(
                                                "a long entity " + i,
                                                i,
                                                i + " times",
                                                Ink.BLUE,
                                                false))
                        .toList());
    }

    @Test
    void itSaysSortTitleAndMainValues() {
        assertThat(Figure.of(Drawn.BARS).alt())
                .isEqualTo("Bar chart “Words”: circle 50 %, square 25 %.");
        assertThat(Figure.of(Drawn.BARS).title("").alt())
                .isEqualTo("Bar chart: circle 50 %, square 25 %.");
        assertThat(Figure.of(bars(0)).alt()).isEqualTo("Bar chart “Words”.");
    }

    @Test
    void itEndsAfterAWholeValueBeforeItTiresTheListener() {
        String alt = Figure.of(bars(10)).alt();

        assertThat(alt).hasSizeLessThan(260).endsWith(" times and more.");
    }

    @Test
    void itIsOneLine() {
        Figure grid = Figure.grid(2, Figure.of(Drawn.BARS), Figure.of(Drawn.BARS).title("Other"));

        assertThat(grid.alt())
                .isEqualTo(
                        "Figures: Words: circle 50 %, square 25 %; Other: circle 50 %, square 25 %.");
    }

    @Test
    void itGoesWithEveryPictureOfANotebook() {
        List<Part> parts = Figure.of(Drawn.BARS).show().parts();

        assertThat(parts).hasSize(2);
        assertThat(parts)
                .allSatisfy(
                        part ->
                                assertThat(part.alt())
                                        .contains("Bar chart “Words”: circle 50 %, square 25 %."));
    }
}
