package io.github.alprolab.dsl.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far work is, in one line and as HTML. */
class StateTest {
    private static final List<Reading> READINGS =
            List.of(new Reading("VTC", "2.08"), new Reading("MLM", "7.1"));

    private static State state(int done, int total, double left) {
        return new State("tiny", "epoch 2/7", done, total, "steps", READINGS, 30, left);
    }

    @ParameterizedTest
    @CsvSource({"-1,10", "11,10", "0,0", "0,-1"})
    void whatIsDoneIsPartOfTheWhole(int done, int total) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state(done, total, 1))
                .withMessage(
                        "%d of %d steps are done; allowed is 0 to all of at least 1.", done, total);
    }

    @Test
    void nothingAndAllAreAllowed() {
        assertThat(state(0, 1, 1).share()).isZero();
        assertThat(state(8, 8, 1).share()).isEqualTo(1);
    }

    @Test
    void oneLineTellsEverything() {
        assertThat(state(1000, 4000, 90).line())
                .isEqualTo(
                        "tiny · epoch 2/7 █████░░░░░░░░░░░░░░░ 1\u2009000/4\u2009000 steps"
                                + " · VTC 2.08 · MLM 7.1 · 30 s, ≈ 90 s left");
    }

    @Test
    void withoutPhaseAndReadingsTheLineIsShorter() {
        assertThat(Told.state(0).line()).isEqualTo("tiny · ░░░░░░░░░░░░░░░░░░░░ 0/10 steps · 2 s");
    }

    @Test
    void timeLeftIsToldOnlyWhereItIsKnownAndWorkIsLeft() {
        assertThat(state(1, 2, 60).time()).isEqualTo(" · 30 s, ≈ 60 s left");
        assertThat(state(1, 2, Double.NaN).time()).isEqualTo(" · 30 s");
        assertThat(state(2, 2, 60).time()).isEqualTo(" · 30 s");
    }

    @Test
    void timeThatIsNotKnownYetIsBeingEstimated() {
        assertThat(state(1, 2, State.ESTIMATING).time())
                .isEqualTo(" · 30 s, estimating the time left");
        assertThat(state(2, 2, State.ESTIMATING).time()).isEqualTo(" · 30 s");
    }

    @Test
    void workWithoutPartsHasNoBar() {
        State opening = State.doing("tiny", "opening the <engine>", 3);

        assertThat(opening.line()).isEqualTo("tiny · opening the <engine> · 3 s");
        assertThat(ProgressHtml.of(opening))
                .contains("<b>tiny</b> opening the &lt;engine&gt; · 3 s")
                .doesNotContain("height:8px");
    }

    @Test
    void whatIsDoneBesideKeepsTheBar() {
        assertThat(state(5, 10, 60).doing("measuring", 40).line())
                .startsWith("tiny · epoch 2/7, measuring ██████████░")
                .endsWith(" · 40 s, ≈ 60 s left");
    }

    @Test
    void theBarIsFullOnlyAtTheEnd() {
        assertThat(state(999, 1000, 1).line()).contains("█".repeat(19) + "░");
        assertThat(state(1000, 1000, 1).line()).contains("█".repeat(20)).doesNotContain("░");
    }

    @Test
    void htmlHasABarAndTheReadings() {
        assertThat(ProgressHtml.of(state(1, 8, 60)))
                .contains("<b>tiny</b> epoch 2/7 · 1/8 steps · 30 s, ≈ 60 s left")
                .contains("width:12.5%")
                .contains(">VTC</span> <b>2.08</b>", ">MLM</span> <b>7.1</b>")
                .doesNotContain("<script", "<style");
    }

    @Test
    void hostileTextStaysTextInHtml() {
        List<Reading> readings = List.of(new Reading("<name>", "<text>"));
        State state = new State("<title>", "<phase>", 1, 2, "<unit>", readings, 1, 1);

        assertThat(ProgressHtml.of(state))
                .contains("&lt;title&gt;", "&lt;phase&gt;", "&lt;unit&gt;")
                .contains("&lt;name&gt;", "&lt;text&gt;")
                .doesNotContain("<title", "<phase", "<unit", "<name", "<text");
    }
}
