package io.github.alprolab.dsl.table;

import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns under each other in a font of equal widths. */
final class TableText {
    /** More rows than this are cut, with a line that says so. */
    static final int MOST_ROWS = 30;

    private TableText() {}

    static String of(DataTable table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns());
        int shown = Math.min(MOST_ROWS, table.rows());
        IntStream.range(0, shown).mapToObj(table::shownRow).forEach(lines::add);
        int[] widths = widths(lines, table.columns().size());
        String body = lines.stream().map(l -> line(table, l, widths)).collect(joined());
        String rest = rest(table);
        return table.title() + "\n" + body + (rest.isEmpty() ? "" : "\n" + rest);
    }

    /** What is not shown, and where it is; empty where all is shown. */
    static String rest(DataTable table) {
        int left = table.rows() - MOST_ROWS;
        String rows = left == 1 ? "row" : "rows";
        return left <= 0
                ? ""
                : "… %s more %s of %s; .csv(Path.of(\"table.csv\")) writes all"
                        .formatted(Numbers.whole(left), rows, Numbers.whole(table.rows()));
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("\n");
    }

    private static int[] widths(List<List<String>> lines, int columns) {
        return IntStream.range(0, columns)
                .map(c -> lines.stream().mapToInt(l -> l.get(c).length()).max().orElse(0))
                .toArray();
    }

    private static String line(DataTable table, List<String> cells, int[] widths) {
        String line =
                IntStream.range(0, cells.size())
                        .mapToObj(c -> padded(cells.get(c), widths[c], table.numeric(c)))
                        .collect(Collectors.joining("  "));
        return line.stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String space = " ".repeat(width - cell.length());
        return right ? space + cell : cell + space;
    }
}
