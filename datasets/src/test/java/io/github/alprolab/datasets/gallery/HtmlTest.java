package io.github.alprolab.datasets.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers write never becomes markup. */
class HtmlTest {
    private static final String ENTITY = "&(amp|lt|gt|quot|#39);";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a & b          | a &amp; b",
                "<script>       | &lt;script&gt;",
                "\" onload=\"x  | &quot; onload=&quot;x",
                "it's           | it&#39;s",
                "&lt;           | &amp;lt;",
                "a plain «ü» ✓  | a plain «ü» ✓"
            })
    void everySpecialCharacterBecomesItsEntity(String given, String safe) {
        assertThat(Html.escape(given)).isEqualTo(safe);
    }

    @Test
    void emptyTextStaysEmpty() {
        assertThat(Html.escape("")).isEmpty();
    }

    @Property
    void noMarkupIsLeftAndAmpersandsOnlyBeginEntities(@ForAll("hostileTexts") String text) {
        String safe = Html.escape(text);

        assertThat(safe).doesNotContain("<", ">", "\"", "'");
        assertThat(safe.replaceAll(ENTITY, "")).doesNotContain("&");
    }

    @Property
    void theReaderSeesExactlyWhatWasGiven(@ForAll("hostileTexts") String text) {
        String read =
                Html.escape(text)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");

        assertThat(read).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> hostileTexts() {
        Arbitrary<String> marks =
                Arbitraries.of("<", ">", "\"", "'", "&", "&lt;", "&#39;", "</b>", "amp;");
        Arbitrary<String> words = Arbitraries.strings().ofMaxLength(5);
        return Arbitraries.oneOf(marks, words).list().ofMaxSize(12).map(l -> String.join("", l));
    }
}
