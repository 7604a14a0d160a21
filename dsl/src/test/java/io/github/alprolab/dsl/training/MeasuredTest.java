package io.github.alprolab.dsl.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.objective.Better;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.objective.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run tells of its own figures outlives the session that knew them. */
class MeasuredTest {
    private static final Written OWN =
            Objective.named("own")
                    .chance("coin", Math.log(2))
                    .reports("share", Better.HIGHER, "coin", 0.5)
                    .source("1")
                    .loss(step -> step.zero());
    private static final Measured MEASURED =
            Measured.of(
                    List.of(
                            Metric.R10,
                            OWN.reports().get(0),
                            Metric.TEMPERATURE,
                            OWN.lossMetric(),
                            Metric.VTC_LOSS,
                            Metric.TOTAL_LOSS),
                    new Sizes(8, 100, 0, Double.NaN));

    @Test
    void itIsReadAsItWasWritten() {
        Measured read = Measured.read(MEASURED.json());

        assertThat(read.json()).isEqualTo(MEASURED.json());
        assertThat(read.metrics()).isEqualTo(MEASURED.metrics());
        Metric own = read.of(OWN.lossMetric());
        assertThat(own.title()).isEqualTo("own loss");
        assertThat(own.colour()).isEqualTo(OWN.colour());
        assertThat(Measured.chance(own).orElseThrow().value()).isEqualTo(Math.log(2));
        assertThat(Measured.chance(read.of(Metric.VTC_LOSS)).orElseThrow().value())
                .isEqualTo(Math.log(8));
        assertThat(Measured.chance(read.of(Metric.R10))).isEmpty();
    }

    @Test
    void kindsComeInTheirOwnOrderAndMetricsInThatOfTheTraining() {
        assertThat(MEASURED.of(Metric.Kind.LOSS, Metric.Kind.TOTAL, Metric.Kind.REPORT))
                .extracting(Metric::name)
                .containsExactly("TOTAL_LOSS", "OWN_LOSS", "VTC_LOSS", "OWN_SHARE");
    }

    @Test
    void aMetricThatWasNotToldIsItself() {
        assertThat(MEASURED.of(Metric.PEM_LOSS)).isSameAs(Metric.PEM_LOSS);
    }
}
