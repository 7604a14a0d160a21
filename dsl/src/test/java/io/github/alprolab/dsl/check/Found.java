package io.github.alprolab.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/** What a check is expected to say, word by word. */
final class Found {
    private Found() {}

    static void fine(Finding finding, String code, String text) {
        assertThat(finding).isEqualTo(new Finding(code, Level.FINE, text, Optional.empty()));
    }

    static void note(Finding finding, String code, String text) {
        assertThat(finding).isEqualTo(new Finding(code, Level.NOTE, text, Optional.empty()));
    }

    static void warning(Finding finding, String code, String text, String fix) {
        assertThat(finding).isEqualTo(new Finding(code, Level.WARNING, text, Optional.of(fix)));
    }

    static void fault(Finding finding, String code, String text, String fix) {
        assertThat(finding).isEqualTo(new Finding(code, Level.FAULT, text, Optional.of(fix)));
    }
}
