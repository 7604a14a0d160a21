package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of crops and labels, and figures beside each other. */
class SheetsAndGridTest {
    private static final ShareBox BOX = new ShareBox(0.25, 0, 0.5, 0.75);
    private static final BufferedImage FRAME = Drawn.plain(Color.RED);
    private static final Matrix MASK = Matrix.of(new double[][] {{1, 0}, {0, 0}});
    private static final Bar CIRCLE = new Bar("circle", 0.7, "70 %", Ink.PURPLE, false);
    private static final Bar SQUARE = new Bar("square", 0.2, "20 %", Ink.PURPLE, false);

    private static LabelRow label(Optional<String> known, Optional<String> ignored) {
        return new LabelRow(FRAME, BOX, FRAME, "a", List.of(CIRCLE, SQUARE), known, ignored, true);
    }

    @ParameterizedTest
    @CsvSource({"-0.1,0,1,1", "0,-0.1,1,1", "0,0,0,1", "0,0,1,NaN"})
    void aBoxOutsideThePictureIsRefused(double left, double top, double width, double height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareBox(left, top, width, height))
                .withMessageContaining("is outside the picture; places are 0 to 1");
    }

    @Test
    void cropsAreToldInPercentAndDrawnWithTheirMask() {
        CropRow row = new CropRow(List.of(FRAME), BOX, FRAME, MASK, "a circle");
        Figure figure = Figure.of(new CropSheet("Crops", List.of(row)));

        assertThat(figure)
                .hasToString("Crops: box of 50 % x 75 % of the frame at 25 %, 0 % in “a circle”");
        assertThat(figure.table().cell(0, 3)).isEqualTo("50.0 %");
        assertThat(Drawn.shows(figure.image(), Ink.PURPLE.on(Theme.LIGHT))).isTrue();
    }

    @Test
    void aLabelIsRightWhenTheLikeliestEntityIsInTheBox() {
        assertThat(label(Optional.of("circle"), Optional.empty()).right()).isTrue();
        assertThat(label(Optional.of("square"), Optional.empty()).right()).isFalse();
        assertThat(label(Optional.empty(), Optional.empty()).right()).isFalse();
    }

    @Test
    void labelsAreToldWithMarkAndReason() {
        LabelSheet sheet =
                new LabelSheet(
                        "Labels",
                        List.of(
                                label(Optional.of("circle"), Optional.empty()),
                                label(Optional.of("square"), Optional.of("ignored: unsure"))));

        assertThat(sheet.words())
                .isEqualTo(
                        """

                        ✓ in the box: circle; circle 70 %, square 20 %
                        ✗ in the box: square; circle 70 %, square 20 %; ignored: unsure""");
        assertThat(sheet.table().cell(1, 2)).isEqualTo("circle 70 %");
        assertThat(Drawn.colours(Figure.of(sheet).image())).isGreaterThan(50);
    }

    @Test
    void aBoxOfAClipThatNobodyKnowsIsNotSaidToBeEmpty() {
        LabelRow own =
                new LabelRow(
                        FRAME,
                        BOX,
                        FRAME,
                        "mine.mp4",
                        List.of(CIRCLE),
                        Optional.empty(),
                        Optional.empty(),
                        false);

        assertThat(label(Optional.empty(), Optional.empty()).truth())
                .isEqualTo("no entity clearly in the box");
        assertThat(new LabelSheet("", List.of(own)).words())
                .contains("what is in the box is not known");
    }

    @Test
    void aClipWithoutCaptionIsNamedOnce() {
        StripSheet sheet =
                new StripSheet(
                        "",
                        List.of(
                                Strip.of("a.mp4", "a.mp4", List.of(new Frame(FRAME, ""))),
                                Strip.of("b", "a dog", List.of(new Frame(FRAME, "")))));

        assertThat(sheet.words()).isEqualTo("\n1. a.mp4\n2. b · a dog");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aGridHasOneToFourColumns(int columns) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.grid(columns, Figure.of(Drawn.BARS)))
                .withMessage(
                        "A grid of %d columns and 1 figures is asked for;"
                                + " it has 1 to 4 columns and at least one figure.",
                        columns);
    }

    @Test
    void aGridHasAtLeastOneFigure() {
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.grid(2));
    }

    @Test
    void aGridSaysAndListsItsFiguresInOrder() {
        Figure grid = Figure.grid(2, Figure.of(Drawn.BARS), Figure.of(Drawn.BARS).title("Other"));

        assertThat(grid)
                .hasToString(
                        """
                        Words: circle 50 %, square 25 %
                        Other: circle 50 %, square 25 %""");
        assertThat(grid.table().title()).isEqualTo("Figures");
        assertThat(grid.table().cell(1, 0)).isEqualTo("Other");
    }

    @Test
    void aGridDrawsRowByRow() {
        Bar red = new Bar("a", 1, "", Ink.WRONG, false);
        Figure last = Figure.of(new Bars("Last", List.of(red)));
        BufferedImage image =
                Figure.grid(2, Figure.of(Drawn.BARS), Figure.of(Drawn.BARS), last).image();
        Color ink = Ink.WRONG.on(Theme.LIGHT);
        int half = image.getHeight() / 2;

        assertThat(Drawn.shows(image.getSubimage(0, half, 720, half), ink)).isTrue();
        assertThat(Drawn.shows(image.getSubimage(720, half, 720, half), ink)).isFalse();
        assertThat(Drawn.shows(image.getSubimage(0, 0, 1440, half), ink)).isFalse();
    }

    @Test
    void aGridIsAPhotographOnlyWhenAllOfItIs() {
        Figure strips =
                Figure.of(
                        new StripSheet(
                                "", List.of(Strip.of("c", "a", List.of(new Frame(FRAME, ""))))));

        assertThat(Figure.grid(1, strips).picture().photographic()).isTrue();
        assertThat(Figure.grid(1, strips, Figure.of(Drawn.BARS)).picture().photographic())
                .isFalse();
    }
}
