package io.github.alprolab.dsl.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.show.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertThat(table.toString())
                .endsWith("\n… 2 more rows of 32; .csv(Path.of(\"table.csv\")) writes all");
    }

    @Test
    void thirtyRowsAreShownWhole() {
        DataTable table = DataTable.of("t").whole("n", IntStream.range(100, 130).boxed().toList());

        assertThat(table.toString()).endsWith("\n129").doesNotContain("more rows");
    }

    @Test
    void rowsAreSortedByOneColumnAndThenTheNext() {
        DataTable table =
                DataTable.of("t")
                        .text("type", List.of("a", "b", "a"))
                        .whole("rank", List.of(2, 9, 7));

        DataTable sorted = table.sortOn("type", "-rank");

        assertThat(sorted).hasToString("t\ntype  rank\na        7\na        2\nb        9");
        assertThat(table.cell(0, 1)).isEqualTo("2");
        assertThat(sorted.sortOn()).isSameAs(sorted);
    }

    @Test
    void anUnknownColumnIsNamedBesideThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOSSES.sortOn("-rank"))
                .withMessage(
                        "The table \"Losses\" has no column \"rank\";"
                                + " there are [name, steps, value, part]: .sortOn(\"-name\")");
    }

    @Test
    void theFirstRowsKeepFormatsAndTitle() {
        assertThat(LOSSES.first(1))
                .hasToString(
                        "Losses\nname   steps  value    part\nVTC   12\u2009000  2.500  25.0 %");
        assertThat(LOSSES.first(9).rows()).isEqualTo(2);
        assertThat(LOSSES.first(0).rows()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOSSES.first(-1))
                .withMessage("first(-1) of the table \"Losses\" is asked for; give 0 or more.");
    }

    @Test
    void aFileHoldsAllRowsWithNumbersInFull(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("losses.csv");

        assertThat(LOSSES.csv(file)).isSameAs(LOSSES);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "name,steps,value,part", "VTC,12000,2.5,0.25", "masked words,7,,1.0");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder").resolve("a.csv");

        assertThatThrownBy(() -> LOSSES.csv(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The table cannot be written as " + file);
    }
}
