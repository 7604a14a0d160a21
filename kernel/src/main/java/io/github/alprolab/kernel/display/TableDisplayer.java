package io.github.alprolab.kernel.display;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Tablesaw tables, with the types of their columns. */
final class TableDisplayer implements Displayer<Table> {
    private static final int ROWS_AS_TEXT = 30;

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public MimeBundle display(Table table) {
        String text =
                table.print(ROWS_AS_TEXT)
                        + "%n%,d rows × %d columns"
                                .formatted(table.rowCount(), table.columnCount());
        return MimeBundle.plain(text).and("text/html", html(table));
    }

    private static String html(Table table) {
        List<TableHtml.Column> columns =
                table.columns().stream()
                        .map(
                                column ->
                                        new TableHtml.Column(
                                                column.name(),
                                                column.type().name(),
                                                column instanceof NumericColumn))
                        .toList();
        int rows = table.rowCount();
        String caption = table.name() == null ? "" : table.name();
        return (caption.isBlank() ? "" : "<p><b>" + Content.escape(caption) + "</b></p>")
                + new TableHtml(
                                columns,
                                rows,
                                rows,
                                (row, column) -> Values.html(table.getString(row, column)))
                        .html();
    }
}
