package io.github.alprolab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeOptionsTest {
    private static ServeOptions of(String line) {
        return ServeOptions.of(line.split(" "), Optional.empty());
    }

    @Test
    void listensAtLoopbackWithoutAToken() {
        ServeOptions options = of("my-gallery");

        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.token()).isEmpty();
        assertThat(options.address(8090)).isEqualTo("http://127.0.0.1:8090/");
    }

    @Test
    void drawsATokenWhereOthersReachIt() {
        ServeOptions one = of("my-gallery --host 0.0.0.0 --port 80");

        assertThat(one.token().orElseThrow()).hasSizeGreaterThan(40);
        assertThat(of("my-gallery --host 0.0.0.0").token()).isNotEqualTo(one.token());
        assertThat(one.address(80)).endsWith("?token=" + one.token().orElseThrow());
    }

    @Test
    void takesATokenOfTheUsersOwn() {
        Optional<String> own = Optional.of("sixteen letters or more");

        assertThat(ServeOptions.of(new String[] {"g"}, own).token()).isEqualTo(own);
        assertThatThrownBy(() -> ServeOptions.of(new String[] {"g"}, Optional.of("short")))
                .hasMessageContaining("shorter than 16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port 8090",
                "g h",
                "g --port",
                "g --port 65536",
                "g --rate 0",
                "g --other 1",
                "g --host no.such.host.invalid"
            })
    void refusesOthersInWords(String line) {
        assertThatThrownBy(() -> of(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
