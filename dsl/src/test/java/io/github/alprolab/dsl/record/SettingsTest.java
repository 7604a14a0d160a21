package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What differs between the settings of two runs. */
class SettingsTest {
    @Test
    void differencesNameThePathAndBothValues() {
        assertThat(
                        Settings.differences(
                                "{\"b\": {\"epochs\": 10}, \"a\": 1, \"gone\": \"x\"}",
                                "{\"a\": 1, \"b\": {\"epochs\": 20}, \"new\": true}",
                                Map.of("new", "false", "other", "1")))
                .containsExactly("b.epochs 10 → 20", "gone x → –", "new false → true");
    }

    @Test
    void longValuesAreCutInDifferences() {
        String before = "{\"a\": \"%s\"}".formatted("x".repeat(40));
        String after = "{\"a\": \"%s\"}".formatted("x".repeat(41));

        assertThat(Settings.differences(before, after, Map.of()))
                .containsExactly("a " + "x".repeat(40) + " → " + "x".repeat(39) + "…");
        assertThat(Settings.differences(before, before, Map.of())).isEmpty();
    }
}
