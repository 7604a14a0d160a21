package io.github.alprolab.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Progress that overwrites itself takes little room and looks the same. */
class CarriageReturnsTest {
    @Test
    void onlyTheLastStateOfALineIsKept() {
        assertThat(CarriageReturns.merge("\r1 %\r2 %\r3 %")).isEqualTo("\r3 %");
        assertThat(CarriageReturns.merge("go\n1\r22\r333\nend")).isEqualTo("go\n333\nend");
    }

    @Test
    void windowsLineEndsStay() {
        assertThat(CarriageReturns.merge("a\nb\r\nc")).isEqualTo("a\nb\r\nc");
    }

    @Property
    void aScreenShowsTheSame(@ForAll("texts") String before, @ForAll("texts") String text) {
        assertThat(screen(before + CarriageReturns.merge(text))).isEqualTo(screen(before + text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\r\n").ofMaxLength(20);
    }

    /** What a terminal shows. */
    private static String screen(String text) {
        StringBuilder shown = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            StringBuilder overwritten = new StringBuilder();
            for (String state : line.split("\r", -1)) {
                int end = Math.min(state.length(), overwritten.length());
                overwritten.replace(0, end, state);
            }
            shown.append(overwritten).append('\n');
        }
        return shown.toString();
    }
}
