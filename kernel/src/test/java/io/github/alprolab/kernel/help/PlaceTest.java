package io.github.alprolab.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a cursor stands; it is marked by a bar. */
class PlaceTest {
    private static Place place(String marked) {
        int index = marked.indexOf('|');
        return Place.of(marked.replace("|", ""), index);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "f(a|, CODE",
                "f(\"a|, STRING",
                "f(\"a\\\"|, STRING",
                "f(\"a\"|, CODE",
                "f(\"a\"|), CODE",
                "// a|, OTHER",
                "/* a */|, CODE",
                "/* a |*/, OTHER",
                "'|, OTHER",
                "'\"'|, CODE",
                "\"\"\"x\"y|, OTHER",
                "\"\"\"x\"\"\"|, CODE",
                "|, CODE"
            })
    void theKindIsTold(String marked, Place.Kind kind) {
        assertThat(place(marked).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "f(|; 1; 0",
                "f(a, |; 1; 1",
                "f(g(1, 2), \"(\", |; 1; 2",
                "f(g(|; 3; 0",
                "f(x -> x.g(|; 10; 0",
                "f (|; 2; 0",
                "new ArrayList<>(|; 15; 0"
            })
    void theCallAroundIsFound(String marked, int open, int argument) {
        Place.Call call = place(marked).call().orElseThrow();
        assertThat(call.open()).isEqualTo(open);
        assertThat(call.argument()).isEqualTo(argument);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {"f()|", "f(x -> { |", "a[|", "1 + (|", "f(1) + |"})
    void elsewhereThereIsNoCall(String marked) {
        assertThat(place(marked).call()).isEqualTo(Optional.empty());
    }

    @Property
    void everyTextHasAPlaceInIt(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'"', '\'', '\\', '\n', '/', '*', '(', ')', '[', '{', '}', ',', '.'})
                    @CharRange(from = 'a', to = 'c')
                    String code) {
        for (int index = 0; index <= code.length(); index++) {
            Place place = Place.of(code, index);
            assertThat(place.start()).isBetween(0, index);
            place.call().ifPresent(call -> assertThat(call.start()).isGreaterThan(call.open()));
        }
    }
}
