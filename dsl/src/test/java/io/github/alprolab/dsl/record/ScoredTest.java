package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Better;
import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Final figures in a record. */
class ScoredTest {
    private static final Metric OWN =
            new Metric(
                    "FRAME_ORDER_ACCURACY",
                    "Frame order accuracy",
                    Metric.Kind.REPORT,
                    Better.HIGHER,
                    Chance.of("coin", 0.5),
                    0x123456);

    @TempDir Path folder;

    @Test
    void figuresAreReadAsTheyWereWritten() {
        RunFolder run = new RunFolder(folder);
        List<Scored> figures =
                List.of(
                        new Scored(Metric.R5, "TEST", 100.0 / 3, 16),
                        new Scored(Metric.MEDIAN_RANK.videoToText(), "TEST", 2.5, 16),
                        new Scored(OWN, "VALIDATION", 0.625, 0));
        assertThat(run.scored()).isEmpty();

        run.scored(figures);

        assertThat(run.scored()).isEqualTo(figures);
        Metric read = run.scored().get(2).metric();
        assertThat(read.title()).isEqualTo("Frame order accuracy");
        assertThat(read.better()).isEqualTo(Better.HIGHER);
        assertThat(read.colour()).isEqualTo(0x123456);
        assertThat(MetricForm.chance(read)).contains(new Chance.Level("coin", 0.5));
    }

    @Test
    void onlyTheSameMetricOfTheSameSplitIsCompared() {
        Scored test = new Scored(Metric.R1, "TEST", 10, 16);
        assertThat(test.comparesWith(new Scored(Metric.R1, "TEST", 20, 8))).isTrue();
        assertThat(test.comparesWith(new Scored(Metric.R1, "VALIDATION", 10, 16))).isFalse();
        assertThat(test.comparesWith(new Scored(Metric.R5, "TEST", 10, 16))).isFalse();
    }

    @Test
    void recallHasOneDecimalAndAShareThree() {
        assertThat(new Scored(Metric.R1, "TEST", 100.0 / 3, 16).text()).isEqualTo("33.3");
        assertThat(new Scored(OWN, "TEST", 2.0 / 3, 16).text()).isEqualTo("0.667");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new Scored(Metric.R1, "TEST", Double.NaN, 1))
                .hasMessage("R@1, % is no number: NaN");
    }

    @Test
    void theOtherDirectionIsAnotherMetric() {
        Metric other = Metric.R5.videoToText();
        assertThat(other.name()).isEqualTo("VIDEO_TO_TEXT_R5");
        assertThat(other.title()).isEqualTo("R@5, %, video to text");
        assertThat(other).isNotEqualTo(Metric.R5);
        assertThatThrownBy(() -> Metric.VTC_LOSS.videoToText())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("VTC loss is no figure of retrieval;");
    }
}
