package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tablesaw tables as plain HTML that follows the page's theme: first and last rows, and a total.
 */
final class TableDisplayer implements Displayer<Table> {
    private static final int SHOWN = 30;

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public MimeBundle display(Table table) {
        return MimeBundle.plain(table.printAll()).and("text/html", html(table));
    }

    private static String html(Table table) {
        StringBuilder html = new StringBuilder("<table class=\"dataframe\"><thead><tr>");
        for (Column<?> column : table.columns()) {
            html.append("<th title=\"").append(escape(column.type().name())).append("\">");
            html.append(escape(column.name())).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        int rows = table.rowCount();
        int head = rows <= SHOWN ? rows : SHOWN - SHOWN / 3;
        IntStream.range(0, head).forEach(row -> row(html, table, row));
        if (head < rows) {
            html.append("<tr><td colspan=\"").append(table.columnCount()).append("\">… ");
            html.append(rows - SHOWN).append(" more …</td></tr>");
            IntStream.range(rows - SHOWN / 3, rows).forEach(row -> row(html, table, row));
        }
        html.append("</tbody></table><p>").append(rows).append(" rows × ");
        return html.append(table.columnCount()).append(" columns</p>").toString();
    }

    private static void row(StringBuilder html, Table table, int row) {
        html.append("<tr>");
        for (Column<?> column : table.columns()) {
            html.append("<td>").append(escape(column.getString(row))).append("</td>");
        }
        html.append("</tr>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
