package io.github.alprolab.dsl.table;

import io.github.alprolab.datasets.gallery.Html;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as HTML without script or style sheet: colours come from JupyterLab's variables where
 * they exist, so that the table follows the theme and survives static viewers.
 */
final class TableHtml {
    private static final String RULE = "1px solid var(--jp-border-color2,#d8dee4)";

    private TableHtml() {}

    static String of(DataTable table) {
        int shown = Math.min(TableText.MOST_ROWS, table.rows());
        String body =
                IntStream.range(0, shown)
                        .mapToObj(r -> row(table, table.shownRow(r), "td", ""))
                        .collect(Collectors.joining());
        String more =
                table.rows() > shown
                        ? "<div>… %d more rows</div>".formatted(table.rows() - shown)
                        : "";
        return "<div style=\"max-width:760px;overflow-x:auto\"><table style=\"border-collapse:"
                + "collapse;font-variant-numeric:tabular-nums\"><caption style=\"text-align:left;"
                + "caption-side:top;font-weight:600;padding:4px 8px\">"
                + Html.escape(table.title())
                + "</caption><thead>"
                + row(table, table.columns(), "th", "font-weight:600;")
                + "</thead><tbody>"
                + body
                + "</tbody></table>"
                + more
                + "</div>";
    }

    private static String row(DataTable table, List<String> cells, String tag, String style) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        c ->
                                "<%s style=\"%stext-align:%s;padding:3px 10px;border-bottom:%s\">%s</%s>"
                                        .formatted(
                                                tag,
                                                style,
                                                table.numeric(c) ? "right" : "left",
                                                RULE,
                                                Html.escape(cells.get(c)),
                                                tag))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
