package io.github.alprolab.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting for clients that read nothing. */
class PatienceTest {
    @Test
    void itIsAMinuteOrWhatIsSaid() throws IOException {
        assertThat(Patience.of(Optional.empty())).isEqualTo(Duration.ofMinutes(1));
        assertThat(Patience.of(Optional.of("5"))).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "1.5", "5s", "9999999999"})
    void whatIsNoNumberOfSecondsIsRefused(String said) {
        assertThatThrownBy(() -> Patience.of(Optional.of(said)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Patience.PROPERTY)
                .hasMessageContaining("not " + said);
    }
}
