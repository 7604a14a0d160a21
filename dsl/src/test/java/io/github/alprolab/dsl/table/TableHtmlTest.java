package io.github.alprolab.dsl.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.show.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table as HTML: whole, safe, and without a style sheet. */
class TableHtmlTest {
    private static final String HOSTILE = "<img src=x onerror='alert(1)'>&\"";
    private static final String SAFE = "&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&quot;";

    private static String html(DataTable table) {
        return table.show().part(Part.HTML).orElseThrow().content();
    }

    private static int count(String text, String piece) {
        return text.split(piece, -1).length - 1;
    }

    @Test
    void aHostileTitleStaysText() {
        String html = html(DataTable.of(HOSTILE).whole("n", List.of(1)));

        assertThat(html).contains(SAFE + "</caption>").doesNotContain("<img");
    }

    @Test
    void aHostileCellStaysText() {
        String html = html(DataTable.of("t").text("caption", List.of(HOSTILE)));

        assertThat(html).contains(SAFE + "</td>").doesNotContain("<img");
    }

    @Test
    void aHostileColumnNameStaysText() {
        String html = html(DataTable.of("t").whole(HOSTILE, List.of(1)));

        assertThat(html).contains(SAFE + "</th>").doesNotContain("<img");
    }

    @Test
    void numbersStandToTheRightAndTextToTheLeft() {
        String html = html(DataTable.of("t").text("a", List.of("x")).share("b", List.of(0.5)));

        assertThat(html)
                .containsPattern("<td style=\"text-align:left;[^>]*>x</td>")
                .containsPattern(
                        "<td style=\"white-space:nowrap;text-align:right;[^>]*>50.0 %</td>")
                .containsPattern("<th style=\"[^>]*text-align:right;[^>]*>b</th>");
    }

    @Test
    void aMissingNumberIsADash() {
        assertThat(html(DataTable.of("t").number("a", List.of(Double.NaN), 2)))
                .contains(">–</td>")
                .doesNotContain("NaN");
    }

    @Test
    void moreThanThirtyRowsAreCutWithALineThatSaysSo() {
        String html = html(DataTable.of("t").whole("n", IntStream.range(0, 35).boxed().toList()));

        assertThat(count(html, "<td ")).isEqualTo(30);
        assertThat(html)
                .contains(
                        "<div>… 5 more rows of 35; .csv(Path.of(&quot;table.csv&quot;)) writes"
                                + " all</div>");
    }

    @Test
    void aWideTableScrollsInItsOwnBoxAndShowsThatItDoes() {
        String html = html(DataTable.of("t").whole("n", List.of(1)));

        assertThat(html)
                .contains("overflow-x:auto", "max-width:100%", " local,", "no-repeat scroll")
                .doesNotContain("max-width:760px");
    }

    @Test
    void aTableOfManyColumnsSaysSoInWords() {
        DataTable table = DataTable.of("t");
        for (int i = 0; i < 12; i++) {
            table = table.share("R@1 " + i, List.of(0.25));
        }

        assertThat(html(table)).contains(">12 columns; scroll sideways where they do not fit<");
        assertThat(html(table.first(0))).doesNotContain("scroll sideways");
    }

    @Test
    void thereIsNeitherScriptNorStyleSheet() {
        String html = html(DataTable.of("t").whole("n", List.of(1)));

        assertThat(html).doesNotContain("<script", "<style", "class=", "more rows");
    }

    @Test
    void plainTextComesWithTheHtml() {
        assertThat(DataTable.of("t").whole("n", List.of(1)).show().plain()).isEqualTo("t\nn\n1");
    }
}
