package io.github.alprolab.dsl.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.check.ComparisonChecks;
import io.github.alprolab.dsl.check.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What differs between records, and what that means for their figures. */
class SettingsApartTest {
    private static SettingsApart of(String... experiments) {
        return SettingsApart.of(
                List.of(experiments), Map.of("trainer.accumulate", "1", "captions", "EVERY"));
    }

    @Test
    void nameAndDeviceAreNoSettings() {
        assertThat(
                        of(
                                        "{\"name\": \"a\", \"device\": \"cpu\", \"kind\": \"x\"}",
                                        "{\"name\": \"b\", \"device\": \"gpu\", \"kind\": \"x\"}")
                                .settings())
                .isEmpty();
    }

    @Test
    void whatARecordLeavesOutIsItsDefault() {
        SettingsApart apart = of("{\"trainer\": {}}", "{\"trainer\": {\"accumulate\": 4}}");

        assertThat(apart.settings()).hasSize(1);
        assertThat(apart.settings().get(0).words()).isEqualTo("accumulate");
        assertThat(apart.settings().get(0).shown()).containsExactly("1", "4");
        assertThat(of("{\"trainer\": {}}", "{\"trainer\": {\"accumulate\": 1}}").settings())
                .isEmpty();
    }

    @Test
    void anObjectiveIsOneThingWithItsOptionsAndItsTeacher() {
        SettingsApart apart =
                of(
                        "{\"losses\": {\"vtc\": {\"weight\": 1}}}",
                        "{\"losses\": {\"vtc\": {\"weight\": 1}, \"pem\": {\"weight\": 1,"
                                + " \"ignoreBelow\": 0.2}}, \"prompter\": {\"weights\": \"ab\"}}");
        assertThat(apart.settings()).hasSize(3);
        assertThat(apart.things()).containsExactly("losses pem");
        assertThat(apart.brief(0)).containsExactly("without pem");
        assertThat(apart.brief(1)).containsExactly("with pem");
    }

    @Test
    void anotherTeacherIsAThingOfItsOwn() {
        SettingsApart apart =
                of(
                        "{\"losses\": {\"pem\": {\"weight\": 1}}, \"prompter\": {\"weights\": \"a\"}}",
                        "{\"losses\": {\"pem\": {\"weight\": 2}}, \"prompter\": {\"weights\": \"b\"}}");
        assertThat(apart.things()).containsExactly("losses pem", "prompter");
    }

    @Test
    void weightsAgainstRandomOnesAreOneThing() {
        SettingsApart apart =
                of(
                        "{\"weights\": \"ab\", \"trainer\": {\"epochs\": 2}}",
                        "{\"encoders\": {\"width\": 64, \"video\": {\"layers\": 2}},"
                                + " \"trainer\": {\"epochs\": 2}}");
        assertThat(apart.things()).containsExactly("weights");
        assertThat(ComparisonChecks.fair(List.copyOf(apart.things())).level())
                .isEqualTo(Level.FINE);
    }

    @Test
    void hashesAndLongListsAreShownInBrief() {
        String hash = "0123456789abcdef".repeat(4);
        SettingsApart apart =
                of(
                        "{\"data\": \"%s\"}".formatted(hash),
                        "{\"data\": [\"aaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbbbbb\", \"c\"]}");
        assertThat(apart.settings().get(0).shown().get(0)).isEqualTo("01234567");
        assertThat(apart.settings().get(0).shown().get(1)).startsWith("3 values [").endsWith("…");
    }

    @Test
    void oneThingIsFairSeveralAreNotAndOtherClipsNever() {
        assertThat(ComparisonChecks.fair(List.of("epochs")).level()).isEqualTo(Level.FINE);
        assertThat(ComparisonChecks.fair(List.of("seed")).level()).isEqualTo(Level.NOTE);
        assertThat(ComparisonChecks.fair(List.of("epochs", "seed")).level())
                .isEqualTo(Level.WARNING);
        assertThat(ComparisonChecks.conditions(List.of("epochs"))).isEmpty();
        assertThat(ComparisonChecks.conditions(List.of("data")).orElseThrow().text())
                .contains("on other clips");
        assertThat(ComparisonChecks.conditions(List.of("rerank")).orElseThrow().text())
                .contains("in another way");
        assertThat(ComparisonChecks.verdict(List.of("captions")))
                .isEqualTo("! captions alone differs, which changes how it is measured");
    }

    @Test
    void differencesHaveASignAndAWord() {
        assertThat(ScoreDifference.words(Metric.R1, 40, 43.14)).isEqualTo("+3.1 better");
        assertThat(ScoreDifference.words(Metric.MEDIAN_RANK, 2, 4)).isEqualTo("+2.0 worse");
        assertThat(ScoreDifference.words(Metric.TOTAL_LOSS, 2, 1.5)).isEqualTo("−0.500 better");
        assertThat(ScoreDifference.words(Metric.TEMPERATURE, 0.07, 0.05)).isEqualTo("−0.020");
        assertThat(ScoreDifference.words(Metric.R1, 40, 40)).isEqualTo("equal");
        assertThat(ScoreDifference.words(Metric.R1, 40, 40.01)).isEqualTo("+0.0");
    }

    @Test
    void meansHaveTheDeviationOfTheSample() {
        assertThat(new Repeated(List.of(1.0, 2.0, 3.0)).deviation()).isEqualTo(1);
        assertThat(new Repeated(List.of(40.0, 42.0)).text(Metric.R1)).isEqualTo("41.0 ± 1.4");
        assertThat(new Repeated(List.of(40.0)).text(Metric.R1)).isEqualTo("40.0");
        assertThat(new Repeated(List.of()).text(Metric.R1)).isEqualTo("–");
    }
}
