package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Content;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Rows and columns as plain HTML that follows the page's theme: the first and the last rows, the
 * total, and pages of all others that open without a script.
 *
 * @param columns at least one
 * @param rows how many there are
 * @param readable how many of them can be read, the first ones
 * @param cells gives a cell's HTML
 */
record TableHtml(List<Column> columns, int rows, int readable, Cells cells) {
    private static final int HEAD = 20;
    private static final int TAIL = 5;
    private static final int PAGE = 100;

    /** Cells in all pages together, with those of the index: half a megabyte of a notebook. */
    private static final int MOST_CELLS = 10_000;

    private static final int MOST_COLUMNS = 60;

    // The variables are JupyterLab's; the grey can be read on light and on dark pages.
    private static final String QUIET =
            " style=\"font-weight:normal;color:var(--jp-content-font-color2,#767676)\"";
    private static final String LEFT = " style=\"text-align:left\"";

    /**
     * A column.
     *
     * @param type shown below the name; may be empty
     * @param number whether its cells stand at the right
     */
    record Column(String name, String type, boolean number) {}

    /** Gives the HTML of a cell. */
    @FunctionalInterface
    interface Cells {
        String html(int row, int column);
    }

    String html() {
        boolean whole = rows <= HEAD + TAIL && rows <= readable;
        int head = whole ? rows : Math.min(HEAD, readable);
        int tail = whole || rows > readable ? rows : rows - TAIL;
        StringBuilder html = new StringBuilder(open());
        IntStream.range(0, head).forEach(row -> row(html, row));
        if (head < rows) {
            html.append("<tr><th>⋮</th><td colspan=\"").append(shownColumns()).append('"');
            html.append(LEFT).append('>').append(counted(tail - head)).append(" more</td></tr>");
            IntStream.range(tail, rows).forEach(row -> row(html, row));
        }
        html.append("</tbody></table><p").append(QUIET).append('>').append(total()).append("</p>");
        pages(html, head, Math.min(tail, readable));
        return html.toString();
    }

    private void pages(StringBuilder html, int from, int to) {
        int rowsInAll = MOST_CELLS / (1 + shownColumns());
        int end = Math.min(to, from + rowsInAll);
        for (int begin = from; begin < end; begin += PAGE) {
            int next = Math.min(begin + PAGE, end);
            html.append("<details><summary>rows ").append(counted(begin)).append(" to ");
            html.append(counted(next - 1)).append("</summary>").append(open());
            IntStream.range(begin, next).forEach(row -> row(html, row));
            html.append("</tbody></table></details>");
        }
        if (end < to) {
            html.append("<p").append(QUIET).append(">rows ").append(counted(end)).append(" to ");
            html.append(counted(to - 1)).append(" are left out</p>");
        }
    }

    private String open() {
        StringBuilder html = new StringBuilder("<table class=\"dataframe\"><thead><tr><th></th>");
        for (Column column : columns.subList(0, shownColumns())) {
            html.append("<th").append(column.number() ? "" : LEFT).append('>');
            html.append(Content.escape(column.name()));
            if (!column.type().isEmpty()) {
                html.append("<br><span").append(QUIET).append('>');
                html.append(Content.escape(column.type())).append("</span>");
            }
            html.append("</th>");
        }
        return html.append("</tr></thead><tbody>").toString();
    }

    private void row(StringBuilder html, int row) {
        html.append("<tr><th").append(QUIET).append('>').append(row).append("</th>");
        for (int column = 0; column < shownColumns(); column++) {
            html.append("<td").append(columns.get(column).number() ? "" : LEFT).append('>');
            html.append(cells.html(row, column)).append("</td>");
        }
        html.append("</tr>");
    }

    private int shownColumns() {
        return Math.min(columns.size(), MOST_COLUMNS);
    }

    private String total() {
        String shown =
                columns.size() > MOST_COLUMNS ? ", of which " + MOST_COLUMNS + " are shown" : "";
        return counted(rows)
                + (rows == 1 ? " row × " : " rows × ")
                + counted(columns.size())
                + (columns.size() == 1 ? " column" : " columns")
                + shown;
    }

    private static String counted(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
