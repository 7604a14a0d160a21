package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Filmstrips: verdicts by mark and by frame. */
class StripSheetTest {
    private static final List<Frame> FRAMES =
            List.of(
                    new Frame(Drawn.plain(Color.RED), "0.0 s"),
                    new Frame(Drawn.plain(Color.BLUE), "0.5 s"));

    private static Strip strip(String id, Verdict verdict, double score) {
        Optional<Strip.Score> shown = Optional.of(new Strip.Score(score, "score " + score));
        return new Strip(id, "a red circle", FRAMES, verdict, shown);
    }

    private static BufferedImage drawn(Strip... strips) {
        return Figure.of(new StripSheet("Clips", List.of(strips))).image();
    }

    @Test
    void wordsMarkRightAndWrongAnswers() {
        StripSheet sheet =
                new StripSheet(
                        "Clips",
                        List.of(
                                strip("c1", Verdict.RIGHT, 0.5),
                                strip("c2", Verdict.WRONG, 0.25),
                                Strip.of("c3", "a square", FRAMES)));

        assertThat(sheet.words())
                .isEqualTo(
                        """

                        1. ✓ c1 · a red circle (score 0.5)
                        2. ✗ c2 · a red circle (score 0.25)
                        3. c3 · a square""");
    }

    @Test
    void noClipsAreSaidToBeNone() {
        assertThat(Figure.of(new StripSheet("Clips", List.of()))).hasToString("Clips: no clips");
    }

    @Test
    void aStripHasFrames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strip.of("c7", "a", List.of()))
                .withMessage("The strip of c7 has no frames.");
    }

    @Test
    void theTableHasClipCaptionAndScore() {
        var table = new StripSheet("Clips", List.of(strip("c1", Verdict.OPEN, 0.5))).table();

        assertThat(table.columns()).containsExactly("clip", "caption", "score");
        assertThat(table.cell(0, 2)).isEqualTo("score 0.5");
    }

    @Test
    void theFramesThemselvesAreDrawn() {
        BufferedImage image = drawn(Strip.of("c1", "a red circle", FRAMES));

        assertThat(Drawn.shows(image, Color.RED)).isTrue();
        assertThat(Drawn.shows(image, Color.BLUE)).isTrue();
        assertThat(Drawn.colours(image)).isGreaterThan(20);
    }

    @Test
    void rightAndWrongAnswersAreFramedInTheirInk() {
        Color right = Ink.RIGHT.on(Theme.LIGHT);
        Color wrong = Ink.WRONG.on(Theme.LIGHT);
        BufferedImage good = drawn(strip("c1", Verdict.RIGHT, 0.5));
        BufferedImage bad = drawn(strip("c1", Verdict.WRONG, 0.5));

        assertThat(Drawn.shows(good, right)).isTrue();
        assertThat(Drawn.shows(good, wrong)).isFalse();
        assertThat(Drawn.shows(bad, wrong)).isTrue();
        assertThat(Drawn.shows(bad, right)).isFalse();
    }

    @Test
    void stripsStandInTwoColumnsAndScoredOnesInOne() {
        Strip open = Strip.of("c1", "a", FRAMES);
        Strip scored = strip("c1", Verdict.RIGHT, 1);
        int row = new StripSheet("", List.of(open, open)).size(700).height();

        assertThat(new StripSheet("", List.of(open, open, open)).size(700).height())
                .isEqualTo(2 * row + 14);
        assertThat(new StripSheet("", List.of(scored, scored)).size(700).height())
                .isEqualTo(2 * new StripSheet("", List.of(scored)).size(700).height() + 14);
    }
}
