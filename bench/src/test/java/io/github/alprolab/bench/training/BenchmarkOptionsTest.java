package io.github.alprolab.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkOptionsTest {
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "size", "lab|tiny|base",
                    "steps", "40",
                    "batch", "",
                    "checkpointing", "false|true");

    @Test
    void whatIsNotGivenKeepsItsDefault() {
        BenchmarkOptions options = parse("--steps", "7", "--checkpointing", "true");

        assertThat(options.number("steps")).isEqualTo(7);
        assertThat(options.flag("checkpointing")).isTrue();
        assertThat(options.size()).isEqualTo(BenchmarkSize.LAB);
    }

    @Test
    void aNumberWithoutADefaultIsThatOfTheBenchmark() {
        assertThat(parse().number("batch", 64)).isEqualTo(64);
        assertThat(parse("--batch", "8").number("batch", 64)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "--steps, x, whole number of at least 1",
        "--steps, 0, whole number of at least 1",
        "--steps, 99999999999, whole number of at least 1",
        "--batch, 0, whole number of at least 1",
        "--checkpointing, yes, '[false, true]'",
        "--size, TINY, '[lab, tiny, base]'",
        "--step, 5, 'by default {batch=, checkpointing=false|true, size=lab|tiny|base, steps=40}'"
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
