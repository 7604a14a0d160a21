package io.github.alprolab.dsl.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.figure.Bar;
import io.github.alprolab.dsl.figure.Bars;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.progress.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One output a piece of work, replaced in place at a bearable pace. */
class NotebookProgressTest {
    private final FakeKernel kernel = new FakeKernel();
    private long nanos = 5;
    private int drawn;
    private final List<Runnable> paintings = new ArrayList<>();
    private final NotebookProgress progress =
            new NotebookProgress(kernel, () -> nanos, Runnable::run);

    private static State state(int done) {
        return new State("<tiny>", "", done, 10, "steps", List.of(), 2, Double.NaN);
    }

    private void pass(long milliseconds) {
        nanos += milliseconds * 1_000_000;
    }

    private Optional<Figure> chart() {
        drawn++;
        List<Bar> bars = List.of(new Bar("a", 1, "1", Ink.BLUE, false));
        return Optional.of(Figure.of(new Bars("Curves", bars)).size(90, 80));
    }

    @Test
    void oneOutputIsReplacedInPlace() {
        progress.show(state(1));
        pass(250);
        progress.show(state(2));

        assertThat(kernel.outputs).hasSize(1);
        assertThat(kernel.texts(0)).containsExactly(state(1).line(), state(2).line());
    }

    @Test
    void statesInBetweenAreNotShown() {
        progress.show(state(1));
        pass(249);
        progress.show(state(2));
        pass(1);
        progress.show(state(3));

        assertThat(kernel.texts(0)).containsExactly(state(1).line(), state(3).line());
    }

    @Test
    void whatIsBegunIsShownAtOnceAndKeepsTheChart() {
        progress.show(state(1), this::chart);
        progress.now(State.doing("tiny", "measuring", 2));

        assertThat(kernel.texts(0))
                .containsExactly(state(1).line(), State.doing("tiny", "measuring", 2).line());
        assertThat(drawn).isEqualTo(1);
    }

    @Test
    void theLastStateIsShownOnClose() {
        progress.show(state(1));
        progress.show(state(2));
        progress.show(state(3));

        progress.close();

        assertThat(kernel.texts(0)).containsExactly(state(1).line(), state(3).line());
    }

    @Test
    void theChartIsDrawnOnceMoreOnCloseAlsoWhenTheLastStateWasShown() {
        progress.show(state(1), this::chart);
        pass(250);
        progress.show(state(2), this::chart);
        assertThat(drawn).isEqualTo(1);

        progress.close();

        assertThat(drawn).isEqualTo(2);
    }

    @Test
    void withoutStatesThereIsNoOutput() {
        progress.close();

        assertThat(kernel.outputs).isEmpty();
    }

    @Test
    void htmlIsSafeAndHasNoChartWhereThereIsNone() {
        progress.show(state(1));

        assertThat(kernel.html(0)).contains("<b>&lt;tiny&gt;</b>").doesNotContain("<img", "<tiny");
    }

    @Test
    void theChartIsDrawnEverySecondSecondAndStaysMeanwhile() {
        progress.show(state(1), this::chart);
        pass(1999);
        progress.show(state(2), this::chart);
        assertThat(drawn).isEqualTo(1);
        assertThat(kernel.html(0))
                .containsPattern("<img alt=\"Bar chart[^\"]*\" width=\"90\" src=\"data:image/svg");

        pass(250);
        progress.show(state(3), this::chart);
        assertThat(drawn).isEqualTo(2);
    }

    @Test
    void theChartIsDrawnElsewhereAndShownWithTheNextStateOneAtATime() {
        NotebookProgress waiting = new NotebookProgress(kernel, () -> nanos, paintings::add);
        waiting.show(state(1), this::chart);
        pass(2000);
        waiting.show(state(2), this::chart);

        assertThat(drawn).isZero();
        assertThat(kernel.html(0)).doesNotContain("<img");
        assertThat(paintings).hasSize(1);

        paintings.get(0).run();
        pass(2000);
        waiting.show(state(3), this::chart);
        assertThat(kernel.html(0)).contains("<img");
        assertThat(paintings).hasSize(2);

        waiting.close();
        assertThat(drawn).as("drawn once more at the end").isEqualTo(2);
    }

    @Test
    void aChartThatCannotBeDrawnIsToldByTheNextState() {
        NotebookProgress waiting = new NotebookProgress(kernel, () -> nanos, paintings::add);
        waiting.show(
                state(1),
                () -> {
                    throw new IllegalStateException("no curve");
                });
        paintings.get(0).run();
        pass(250);

        assertThatThrownBy(() -> waiting.show(state(2), this::chart)).hasMessage("no curve");
        assertThat(kernel.texts(0)).containsExactly(state(1).line(), state(2).line());
    }

    @Test
    void theChartIsAPictureInsideThePage() {
        progress.show(state(1), this::chart);

        assertThat(kernel.html(0)).contains("src=\"data:image/svg+xml;base64,PHN2Zy");
    }

    @Test
    void theLastStateComesWithAFreshChart() {
        progress.show(state(1), this::chart);
        progress.show(state(2), this::chart);

        progress.close();

        assertThat(drawn).isEqualTo(2);
    }

    @Test
    void aNoteIsAnOutputOfItsOwn() {
        progress.show(state(1));
        progress.note("resumed at epoch 2");
        pass(250);
        progress.show(state(2));

        assertThat(kernel.texts(0)).containsExactly(state(1).line(), state(2).line());
        assertThat(kernel.texts(1)).containsExactly("resumed at epoch 2");
    }

    @Test
    void stoppingFollowsTheKernel() {
        assertThat(progress.stopRequested()).isFalse();
        kernel.interrupted = true;
        assertThat(progress.stopRequested()).isTrue();
    }

    @Test
    void theHookIsRegisteredUntilTheWorkEnds() {
        assertThat(kernel.hooks).isEqualTo(1);
        progress.close();
        assertThat(kernel.hooks).isZero();
    }
}
