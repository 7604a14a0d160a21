package io.github.alprolab.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.api.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables as HTML, whatever stands in them. */
class TableDisplayerTest {
    @Test
    void cellsAndHeadersAreEscaped() {
        String html = html(table("<i>name</i>", "<script>alert(\"1\" & 2)</script>"));

        assertThat(html)
                .contains("&lt;i&gt;name&lt;/i&gt;<br>")
                .contains(">&lt;script&gt;alert(&quot;1&quot; &amp; 2)&lt;/script&gt;</td>");
    }

    @Property(tries = 200)
    void noTextBringsMarkupOfItsOwn(
            @ForAll("hostile") String header, @ForAll("hostile") String cell) {
        String html = html(table(header, cell));

        assertThat(count(html, '<')).isEqualTo(count(html(table("a", "b")), '<'));
        assertThat(count(html, '>')).isEqualTo(count(html(table("a", "b")), '>'));
        assertThat(count(html, '"')).isEqualTo(count(html(table("a", "b")), '"'));
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings().withChars("<>&\"'/=a ;").ofMinLength(1).ofMaxLength(12);
    }

    @Test
    void theTypeOfAColumnStandsUnderItsName() {
        assertThat(html(numbers(1))).containsPattern("<th>n<br><span[^>]*>INTEGER</span></th>");
    }

    @Test
    void missingValuesAreEmptyCells() {
        Table table = Table.create("t", IntColumn.create("n", new Integer[] {1, null}));

        assertThat(html(table)).contains("<td>1</td></tr>").contains("<td></td></tr>");
    }

    @Test
    void asManyRowsAsFitAreShownWholeAndInOrder() {
        assertThat(rows(numbers(25))).containsExactlyElementsOf(range(0, 25));
        assertThat(html(numbers(25))).doesNotContain("<details>", "more");
    }

    @Test
    void ofMoreRowsTheFirstAndTheLastAreShownAndTheOthersCanBeOpened() {
        List<String> shown = rows(numbers(100));

        assertThat(shown.subList(0, 20)).isEqualTo(range(0, 20));
        assertThat(shown.subList(20, 25)).isEqualTo(range(95, 100));
        assertThat(shown.subList(25, 100)).isEqualTo(range(20, 95));
        assertThat(html(numbers(100))).contains("75 more", "100 rows × 1 column", "<details>");
    }

    @Test
    void thePlainTextHasTheValuesToo() {
        MimeBundle bundle = render(table("name", "a < b"));

        assertThat((String) bundle.data().get("text/plain")).contains("name").contains("a < b");
    }

    private static Table table(String header, String cell) {
        return Table.create("table", StringColumn.create(header, cell));
    }

    private static Table numbers(int rows) {
        return Table.create("t", IntColumn.create("n", IntStream.range(0, rows).toArray()));
    }

    private static List<String> rows(Table table) {
        return Pattern.compile("<td>(\\d+)</td>")
                .matcher(html(table))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> range(int first, int end) {
        return IntStream.range(first, end).mapToObj(String::valueOf).toList();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String html(Table table) {
        return (String) render(table).data().get("text/html");
    }

    private static MimeBundle render(Table table) {
        return new Displayers(List.of()).render(Optional.of(table));
    }
}
