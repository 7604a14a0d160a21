package io.github.alprolab.dsl.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.train.SmokeFigures;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a loss that two updates measured. */
class SmokeReportTest {
    /** Of 10 entities, whose chance is 2.303. */
    private static Smoke smoke(double loss, double ignored) {
        Map<Metric, Double> figures = Map.of(Metric.PEM_LOSS, loss, Metric.IGNORED_SHARE, ignored);
        return new Smoke(
                "tried",
                new SmokeFigures(
                        true,
                        List.of(Metric.PEM_LOSS, Metric.IGNORED_SHARE),
                        new Sizes(8, 100, 10, Double.NaN),
                        figures,
                        figures,
                        Map.of(),
                        Map.of(),
                        new SmokeFigures.Times(4, 2, 1, 1, 1, 1),
                        new SmokeFigures.Memory(0, 0, 0)));
    }

    @Test
    void aLossOfNoCropSaysThatThePrompterWasUnsureAndWarnsOfNothing() {
        Smoke unsure = smoke(0, 1);

        assertThat(unsure.report().findings())
                .singleElement()
                .returns(Level.NOTE, Finding::level)
                .returns("C41", Finding::code)
                .extracting(Finding::text)
                .asString()
                .startsWith("PEM loss could not be tried: the prompter was too unsure");
        assertThat(unsure.losses().cell(0, 4)).isEqualTo("2.303 · not tried");
    }

    @Test
    void aLossOfSomeCropsIsHeldAgainstItsChance() {
        assertThat(smoke(0.1, 0.5).report().findings())
                .singleElement()
                .returns(Level.WARNING, Finding::level);
        assertThat(smoke(2.3, 0.5).losses().cell(0, 4)).isEqualTo("2.303 ✓ −0.1 %");
    }
}
