package io.github.alprolab.dsl.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whole lines where there is no terminal, few enough to be read later. */
class LogProgressTest {
    private static final int STEPS = 6000;

    private final Told.Clock clock = new Told.Clock();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LogProgress log =
            new LogProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), clock);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMinuteOfStepsGivesThreeWholeLinesAndNothingIsRewritten() {
        for (int i = 0; i < STEPS; i++) {
            log.show(Told.state(1 + i % 10));
            clock.pass(60_000 / STEPS);
        }

        assertThat(written()).doesNotContain("\r").endsWith(System.lineSeparator());
        assertThat(written().lines()).hasSize(3);
    }

    @Test
    void theLastStateIsWrittenOnClose() {
        log.show(Told.state(1));
        log.show(Told.state(2));
        log.show(Told.state(3));

        log.close();

        assertThat(written().lines()).containsExactly(Told.state(1).line(), Told.state(3).line());
    }

    @Test
    void whatIsBegunIsWrittenAtOnce() {
        log.now(State.doing("tiny", "opening the engine", 0));
        log.now(State.doing("tiny", "making the model", 1));

        assertThat(written().lines())
                .containsExactly(
                        "tiny · opening the engine · 0.0 s", "tiny · making the model · 1 s");
    }

    @Test
    void aStateThatIsWrittenIsNotWrittenAgain() {
        log.show(Told.state(1));

        log.close();

        assertThat(written().lines()).hasSize(1);
    }

    @Test
    void notesAreLinesOfTheirOwn() {
        log.note("resumed at epoch 2");

        assertThat(written()).isEqualTo("resumed at epoch 2" + System.lineSeparator());
    }

    @Test
    void stoppingIsAskedForByInterruptingTheThread() {
        assertThat(log.stopRequested()).isFalse();
        Thread.currentThread().interrupt();
        assertThat(log.stopRequested()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }
}
