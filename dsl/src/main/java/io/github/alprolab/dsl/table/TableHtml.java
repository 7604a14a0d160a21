package io.github.alprolab.dsl.table;

import io.github.alprolab.datasets.gallery.Html;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as HTML without script or style sheet: colours come from JupyterLab's variables where
 * they exist, so that the table follows the theme and survives static viewers.
 */
final class TableHtml {
    private static final String RULE = "1px solid var(--jp-border-color2,#d8dee4)";

    /** What about 640 pixels hold. */
    private static final int MOST_LETTERS = 90;

    private static final String PAGE =
            "var(--jp-layout-color0,var(--vscode-editor-background,Canvas))";

    /**
     * Shadows at an edge beyond which there is more, and none where the table ends: covers that
     * move with the table lie over shadows that do not. Rows have no paper of their own, or they
     * would lie over both.
     */
    private static final String SHADOWS =
            "background:"
                    + cover("to right", "0")
                    + cover("to left", "100%")
                    + shadow("to right", "0")
                    + ","
                    + shadow("to left", "100%");

    private TableHtml() {}

    private static String cover(String direction, String place) {
        return "linear-gradient(%s,%s 40%%,transparent) %s 0/48px 100%% no-repeat local,"
                .formatted(direction, PAGE, place);
    }

    private static String shadow(String direction, String place) {
        return "linear-gradient(%s,rgba(128,128,128,.6),transparent) %s 0/18px 100%% no-repeat scroll"
                .formatted(direction, place);
    }

    static String of(DataTable table) {
        int shown = Math.min(TableText.MOST_ROWS, table.rows());
        String body =
                IntStream.range(0, shown)
                        .mapToObj(r -> row(table, table.shownRow(r), "td"))
                        .collect(Collectors.joining());
        String rest = TableText.rest(table);
        return "<div style=\"overflow-x:auto;max-width:100%;"
                + SHADOWS
                + "\"><table style=\"border-collapse:collapse;table-layout:auto;margin:0;"
                + "font-variant-numeric:tabular-nums\"><caption style=\"text-align:left;"
                + "caption-side:top;font-weight:600;padding:4px 8px\">"
                + Html.escape(table.title())
                + "</caption><thead>"
                + row(table, table.columns(), "th")
                + "</thead><tbody>"
                + body
                + "</tbody></table></div>"
                + hint(table, shown)
                + (rest.isEmpty() ? "" : "<div>" + Html.escape(rest) + "</div>");
    }

    /** In words too: front ends that trust nobody drop the shadows. */
    private static String hint(DataTable table, int rows) {
        int width =
                IntStream.range(0, table.columns().size()).map(c -> letters(table, c, rows)).sum();
        return width <= MOST_LETTERS
                ? ""
                : "<div style=\"opacity:.7\">%d columns; scroll sideways where they do not fit</div>"
                        .formatted(table.columns().size());
    }

    /** How narrow a column can be: numbers do not break, texts break between words. */
    private static int letters(DataTable table, int column, int rows) {
        Stream<String> cells = IntStream.range(0, rows).mapToObj(r -> table.cell(r, column));
        Stream<String> pieces =
                table.numeric(column) ? cells : cells.flatMap(c -> Stream.of(c.split(" ")));
        Stream<String> name = Stream.of(table.columns().get(column).split(" "));
        return 2 + Stream.concat(pieces, name).mapToInt(String::length).max().orElse(0);
    }

    /** Names of columns and long texts may break; a number stays on its line. */
    private static String row(DataTable table, List<String> cells, String tag) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        c ->
                                "<%s style=\"%stext-align:%s;padding:3px 8px;border-bottom:%s\">%s</%s>"
                                        .formatted(
                                                tag,
                                                tag.equals("th")
                                                        ? "font-weight:600;vertical-align:bottom;"
                                                        : table.numeric(c)
                                                                ? "white-space:nowrap;"
                                                                : "",
                                                table.numeric(c) ? "right" : "left",
                                                RULE,
                                                Html.escape(cells.get(c)),
                                                tag))
                .collect(Collectors.joining("", "<tr style=\"background:transparent\">", "</tr>"));
    }
}
