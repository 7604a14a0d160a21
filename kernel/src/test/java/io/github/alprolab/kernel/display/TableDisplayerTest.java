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
                .contains("&lt;i&gt;name&lt;/i&gt;</th>")
                .contains("<td>&lt;script&gt;alert(&quot;1&quot; &amp; 2)&lt;/script&gt;</td>");
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
    void theTypeOfAColumnIsItsTitle() {
        assertThat(html(numbers(1))).contains("<th title=\"INTEGER\">n</th>");
    }

    @Test
    void missingValuesAreEmptyCells() {
        Table table = Table.create("t", IntColumn.create("n", new Integer[] {1, null}));

        assertThat(html(table)).contains("<td>1</td></tr><tr><td></td>");
    }

    @Test
    void thirtyRowsAreShownWhole() {
        assertThat(rows(numbers(30))).containsExactlyElementsOf(range(0, 30));
        assertThat(html(numbers(30))).doesNotContain("more");
    }

    @Test
    void ofMoreRowsTheFirstAndTheLastAreShown() {
        List<String> shown = rows(numbers(100));

        assertThat(shown.subList(0, 20)).isEqualTo(range(0, 20));
        assertThat(shown.subList(20, 30)).isEqualTo(range(90, 100));
        assertThat(html(numbers(100))).contains("… 70 more …").contains("100 rows × 1 columns");
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
