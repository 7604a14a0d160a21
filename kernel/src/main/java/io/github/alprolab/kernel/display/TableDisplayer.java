package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.List;

/** Tablesaw tables, with the types of their columns. */
final class TableDisplayer {
    static final String TYPE = "tech.tablesaw.api.Table";

    private static final String NUMBERS = "tech.tablesaw.api.NumericColumn";
    private static final int ROWS_AS_TEXT = 30;

    private TableDisplayer() {}

    static MimeBundle display(Object value) {
        LibraryValue table = new LibraryValue(value);
        int rows = (int) table.get("rowCount");
        List<TableHtml.Column> columns =
                ((List<?>) table.get("columns")).stream().map(TableDisplayer::column).toList();
        String text =
                table.method("print", int.class).call(ROWS_AS_TEXT)
                        + "%n%,d rows × %d columns".formatted(rows, columns.size());
        return MimeBundle.plain(text).and("text/html", html(table, rows, columns));
    }

    private static TableHtml.Column column(Object value) {
        LibraryValue column = new LibraryValue(value);
        return new TableHtml.Column(
                column.text("name"),
                new LibraryValue(column.get("type")).text("name"),
                LibraryValue.isA(value.getClass(), NUMBERS));
    }

    private static String html(LibraryValue table, int rows, List<TableHtml.Column> columns) {
        String caption = table.text("name");
        LibraryValue.Call text = table.method("getString", int.class, int.class);
        return (caption.isBlank() ? "" : "<p><b>" + Content.escape(caption) + "</b></p>")
                + new TableHtml(
                                columns,
                                rows,
                                rows,
                                (row, column) -> Values.html(text.call(row, column)))
                        .html();
    }
}
