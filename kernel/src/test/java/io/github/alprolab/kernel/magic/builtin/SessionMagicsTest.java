package io.github.alprolab.kernel.magic.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionMagicsTest {
    @Test
    void secretsStayHiddenAndOtherValuesAreShown() {
        assertThat(SessionMagics.shown("MYSQL_PWD", "x")).isEqualTo("(hidden)");
        assertThat(SessionMagics.shown("ACCESS_KEY", "x")).isEqualTo("(hidden)");
        assertThat(SessionMagics.shown("PWD", "/home")).isEqualTo("/home");
        assertThat(SessionMagics.shown("https_proxy", "http://me:pass@proxy:80/a@b"))
                .isEqualTo("http://me:(hidden)@proxy:80/a@b");
        assertThat(SessionMagics.shown("SITE", "http://proxy:80/")).isEqualTo("http://proxy:80/");
    }
}
