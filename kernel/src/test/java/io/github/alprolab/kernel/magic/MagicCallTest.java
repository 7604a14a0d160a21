package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MagicCallTest {
    @Example
    void argumentsAreSplitAtBlanksOutsideQuotes() {
        assertThat(
                        MagicCall.line("jars", "  a.jar\t\"b c.jar\" d\\ e.jar \"\" C:\\lib\\f.jar")
                                .arguments())
                .containsExactly("a.jar", "b c.jar", "d e.jar", "", "C:\\lib\\f.jar");
    }

    @Example
    void aWrongNumberOfArgumentsIsNamed() {
        assertThatThrownBy(() -> MagicCall.line("load", "a b").only("one file"))
                .isInstanceOf(MagicException.class)
                .hasMessage("%load takes one file; it was given [a, b].");
    }

    @Property
    void quotedArgumentsComeBackWhole(@ForAll List<String> words) {
        String text =
                words.stream()
                        .map(w -> '"' + w.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(" "));
        assertThat(MagicCall.line("x", text).arguments()).isEqualTo(words);
    }
}
