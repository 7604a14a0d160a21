package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.dsl.table.DataTable;
import java.awt.Color;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards of questions and answers: what they say is right, and that they show it. */
class AnswerSheetTest {
    private static final Frame FRAME = new Frame(Drawn.plain(Color.RED), "0 s");
    private static final Strip CLIP = Strip.of("clip-1", "a fox moves", List.of(FRAME));

    private static AnswerCard card(Optional<String> truth) {
        return new AnswerCard(
                CLIP,
                "what moves?",
                List.of(new AnswerCard.Guess("fox", 0.75), new AnswerCard.Guess("dog", 0.2)),
                truth);
    }

    private static AnswerSheet sheet(AnswerCard... cards) {
        return new AnswerSheet("Answers", List.of(cards));
    }

    @Test
    void theLikeliestAnswerIsRightWrongOrOpen() {
        assertThat(card(Optional.of("fox")).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(card(Optional.of("dog")).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(card(Optional.empty()).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void wordsTellQuestionAnswersAndTruth() {
        assertThat(sheet(card(Optional.of("cat")), card(Optional.empty())).words())
                .isEqualTo(
                        "\nwhat moves? fox 75.0 %, dog 20.0 % · ✗ wrong, it is: cat"
                                + "\nwhat moves? fox 75.0 %, dog 20.0 %");
        assertThat(sheet().words()).isEqualTo("no questions");
    }

    @Test
    void theTableHasARowForEachCard() {
        DataTable table = sheet(card(Optional.of("cat"))).table();

        assertThat(table.rows()).isEqualTo(1);
        assertThat(IntStream.range(0, 5).mapToObj(c -> table.cell(0, c)))
                .containsExactly("clip-1", "what moves?", "fox", "75.0 %", "cat");
    }

    @Test
    void rightAndWrongHaveTheirColours() {
        var right = Figure.of(sheet(card(Optional.of("fox")))).image();
        var wrong = Figure.of(sheet(card(Optional.of("cat")))).image();

        assertThat(Drawn.shows(right, Ink.RIGHT.on(Theme.LIGHT))).isTrue();
        assertThat(Drawn.shows(right, Ink.WRONG.on(Theme.LIGHT))).isFalse();
        assertThat(Drawn.shows(wrong, Ink.WRONG.on(Theme.LIGHT))).isTrue();
        assertThat(Drawn.shows(wrong, Ink.RIGHT.on(Theme.LIGHT))).isFalse();
    }

    @Test
    void severalCardsStandInTwoColumns() {
        AnswerCard card = card(Optional.empty());
        int one = sheet(card, card).size(700).height();

        assertThat(sheet(card, card, card).size(700).height()).isEqualTo(2 * one + 12);
    }

    @Test
    void aLongClipIsDrawnInAsManyFramesAsCanBeSeen() {
        AnswerCard many =
                new AnswerCard(
                        Strip.of("c", "", Collections.nCopies(32, FRAME)),
                        "what?",
                        List.of(new AnswerCard.Guess("fox", 1)),
                        Optional.empty());

        assertThat(sheet(many).size(700).height()).isBetween(140, 190);
        assertThat(Drawn.shows(Figure.of(sheet(many)).image(), Color.RED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aProbabilityIsAShare(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerCard.Guess("fox", probability))
                .withMessage(
                        "The answer \"fox\" has the probability %s; it is 0 to 1.", probability);
    }

    @Test
    void aCardHasAnAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerCard(CLIP, "what?", List.of(), Optional.empty()))
                .withMessage("The question “what?” has no answers to draw.");
    }
}
