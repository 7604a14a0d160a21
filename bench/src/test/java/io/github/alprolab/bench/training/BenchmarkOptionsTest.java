package io.github.alprolab.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkOptionsTest {
    private static final Map<String, String> DEFAULTS =
            Map.of("size", "TINY", "steps", "40", "recompute", "false");

    @Test
    void whatIsNotGivenKeepsItsDefault() {
        BenchmarkOptions options = parse("--steps", "7", "--recompute", "true");

        assertThat(options.number("steps")).isEqualTo(7);
        assertThat(options.flag("recompute")).isTrue();
        assertThat(options.size()).isEqualTo(BenchmarkSize.TINY);
    }

    @ParameterizedTest
    @CsvSource({
        "--steps, x, whole number of at least 1",
        "--steps, 0, whole number of at least 1",
        "--steps, 99999999999, whole number of at least 1",
        "--recompute, yes, true or false",
        "--size, tiny, '[TINY, TINY_DROPOUT, MINIMAL]'",
        "--step, 5, 'by default {recompute=false, size=TINY, steps=40}'"
    })
    void aValueOfAnotherKindIsRefusedWithWhatIsAllowed(String name, String value, String allowed) {
        assertThatThrownBy(() -> parse(name, value))
                .hasMessageContaining(name)
                .hasMessageContaining(allowed);
    }

    @Test
    void aNameWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> parse("--steps")).hasMessageStartingWith("--steps is given;");
    }

    private static BenchmarkOptions parse(String... arguments) {
        return BenchmarkOptions.parse(arguments, DEFAULTS);
    }
}
