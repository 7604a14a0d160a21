package io.github.alprolab.dsl.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line on a terminal, at a bearable pace. */
class ConsoleProgressTest {
    private static final String END = System.lineSeparator();

    private final Told.Clock clock = new Told.Clock();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ConsoleProgress console =
            new ConsoleProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), clock);
    private ProgressSink before;

    @BeforeEach
    void remember() {
        before = FrontEnd.current();
    }

    @AfterEach
    void putBack() {
        FrontEnd.offer(before);
    }

    private String written() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }

    private static String line(int done) {
        return Told.state(done).line();
    }

    @Test
    void aPaceLetsTheFirstThroughAndThenOneAStretch() {
        Pace pace = new Pace(250, clock);
        assertThat(pace.due()).isTrue();
        assertThat(pace.due()).isFalse();
        clock.pass(249);
        assertThat(pace.due()).isFalse();
        clock.pass(1);
        assertThat(pace.due()).isTrue();
        assertThat(pace.due()).isFalse();
    }

    @Test
    void aPaceBearsAClockThatOverflows() {
        long[] now = {Long.MAX_VALUE - 10};
        Pace pace = new Pace(1, () -> now[0]);
        assertThat(pace.due()).isTrue();
        now[0] += 5;
        assertThat(pace.due()).isFalse();
        now[0] += 1_000_000;
        assertThat(pace.due()).isTrue();
    }

    @Test
    void theLineIsRewrittenAtMostFourTimesASecond() {
        console.show(Told.state(1));
        clock.pass(249);
        console.show(Told.state(2));
        assertThat(written()).isEqualTo("\r" + line(1));

        clock.pass(1);
        console.show(Told.state(3));
        assertThat(written()).isEqualTo("\r" + line(3));
    }

    @Test
    void aShorterLineCoversTheLongerOne() {
        console.show(Told.state(10));
        clock.pass(250);
        written();

        console.show(Told.state(9));

        assertThat(written()).isEqualTo("\r" + line(9) + " ");
    }

    @Test
    void theLastStateIsShownOnClose() {
        console.show(Told.state(1));
        console.show(Told.state(2));
        console.show(Told.state(3));
        written();

        console.close();

        assertThat(written()).isEqualTo("\r" + line(3) + END);
    }

    @Test
    void withoutStatesNothingIsWritten() {
        console.close();

        assertThat(written()).isEmpty();
    }

    @Test
    void aNoteStandsAboveTheLine() {
        console.show(Told.state(1));
        written();

        console.note("resumed at epoch 2");

        String blank = " ".repeat(line(1).length());
        assertThat(written())
                .isEqualTo("\r" + blank + "\rresumed at epoch 2" + END + "\r" + line(1));
    }

    @Test
    void stoppingIsAskedForByInterruptingTheThread() {
        assertThat(console.stopRequested()).isFalse();
        Thread.currentThread().interrupt();
        assertThat(console.stopRequested()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theFrontEndIsTheOneOfferedElseLinesForAProcessWithoutATerminal() {
        FrontEnd.offer(() -> console);
        assertThat(FrontEnd.current().start()).isSameAs(console);

        FrontEnd.offer(null);
        assumeTrue(System.console() == null, "the tests run in a terminal");
        assertThat(FrontEnd.current().start()).isInstanceOf(LogProgress.class);
        assertThat(FrontEnd.current().cell()).isEmpty();
    }
}
