package io.github.alprolab.dsl.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.dsl.show.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** A table keeps its values, and its text stands in columns. */
class DataTableTest {
    private static final DataTable LOSSES =
            DataTable.of("Losses")
                    .text("name", List.of("VTC", "masked words"))
                    .whole("steps", List.of(12_000, 7))
                    .number("value", List.of(2.5, Double.NaN), 3)
                    .share("part", List.of(0.25, 1.0));

    @Test
    void textStandsToTheLeftAndNumbersToTheRight() {
        assertThat(LOSSES)
                .hasToString(
                        """
                        Losses
                        name           steps  value     part
                        VTC           12\u2009000  2.500   25.0 %
                        masked words       7      –  100.0 %""");
    }

    @Test
    void aMissingNumberIsADash() {
        assertThat(LOSSES.cell(1, 2)).isEqualTo("–");
        assertThat(LOSSES.cell(0, 2)).isEqualTo("2.500");
    }

    @Test
    void addingAColumnLeavesTheFirstTableAsItWas() {
        DataTable first = DataTable.of("t").text("a", List.of("x"));

        DataTable second = first.whole("b", List.of(1));

        assertThat(first.columns()).containsExactly("a");
        assertThat(second.columns()).containsExactly("a", "b");
    }

    @Test
    void laterChangesOfTheGivenListsDoNotReachTheTable() {
        List<String> names = new ArrayList<>(List.of("before"));
        DataTable table = DataTable.of("t").text("a", names);

        names.set(0, "after");

        assertThat(table.cell(0, 0)).isEqualTo("before");
    }

    @Test
    void aColumnOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOSSES.whole("more", List.of(1, 2, 3)))
                .withMessage("The column \"more\" has 3 values; the table \"Losses\" has 2 rows.");
    }

    @Test
    void tablesawGetsACopy() {
        Table copy = LOSSES.tablesaw();

        copy.stringColumn("name").set(0, "changed");
        copy.removeColumns("value").setName("other");

        assertThat(LOSSES.cell(0, 0)).isEqualTo("VTC");
        assertThat(LOSSES.columns()).containsExactly("name", "steps", "value", "part");
        assertThat(LOSSES.title()).isEqualTo("Losses");
    }

    @Test
    void metricsAreAPartOfTheirOwn() {
        DataTable table = LOSSES.metrics("{\"recall\": 0.5}").share("x", List.of(0.1, 0.2));

        assertThat(table.show().part(Part.METRICS).orElseThrow().content())
                .isEqualTo("{\"recall\": 0.5}");
        assertThat(LOSSES.show().part(Part.METRICS)).isEmpty();
    }

    @Test
    void moreThanThirtyRowsAreCutWithALineThatSaysSo() {
        DataTable table = DataTable.of("t").whole("n", IntStream.range(100, 132).boxed().toList());

        assertThat(table.rows()).isEqualTo(32);
        assertThat(table.toString()).contains("\n129\n").doesNotContain("130");
        assertThat(table.toString()).endsWith("\n… 2 more rows");
    }

    @Test
    void thirtyRowsAreShownWhole() {
        DataTable table = DataTable.of("t").whole("n", IntStream.range(100, 130).boxed().toList());

        assertThat(table.toString()).endsWith("\n129").doesNotContain("more rows");
    }
}
