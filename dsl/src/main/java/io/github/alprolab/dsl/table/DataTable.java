package io.github.alprolab.dsl.table;

import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Named columns of equal length under a title, immutable. Shown as plain text and as HTML that
 * follows the reader's theme; {@link #tablesaw()} is the door to everything else.
 */
public final class DataTable implements Shown {
    private final Table table;
    private final List<DoubleFunction<String>> formats;
    private final Optional<String> metrics;

    private DataTable(Table table, List<DoubleFunction<String>> formats, Optional<String> metrics) {
        this.table = table;
        this.formats = List.copyOf(formats);
        this.metrics = metrics;
    }

    /** A table without columns. */
    public static DataTable of(String title) {
        return new DataTable(Table.create(title), List.of(), Optional.empty());
    }

    /** With a column of text. */
    public DataTable text(String name, List<String> values) {
        return column(StringColumn.create(name, values), Numbers::brief);
    }

    /** With a column of whole numbers. */
    public DataTable whole(String name, List<? extends Number> values) {
        long[] all = values.stream().mapToLong(Number::longValue).toArray();
        return column(LongColumn.create(name, all), v -> Numbers.whole((long) v));
    }

    /** With a column of numbers shown with so many decimals; NaN is shown as a dash. */
    public DataTable number(String name, List<Double> values, int decimals) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        return column(DoubleColumn.create(name, all), v -> Numbers.decimals(v, decimals));
    }

    /** With shares of 0 to 1 shown as percent. */
    public DataTable share(String name, List<Double> values) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        return column(DoubleColumn.create(name, all), Numbers::percent);
    }

    /** With headline numbers for the notebook's runner, a JSON object as text. */
    public DataTable metrics(String json) {
        return new DataTable(table, formats, Optional.of(json));
    }

    /**
     * In another order: {@code .sortOn("-rank")} has the greatest rank first; rows that are equal
     * there go by the next column.
     *
     * @param columns names of columns, with a minus before those that fall; at least one
     * @throws IllegalArgumentException where there is no such column
     */
    public DataTable sortOn(String... columns) {
        for (String column : columns) {
            String name = column.startsWith("-") ? column.substring(1) : column;
            if (!columns().contains(name) && !columns().contains(column)) {
                throw new IllegalArgumentException(
                        "The table \"%s\" has no column \"%s\"; there are %s: .sortOn(\"-%s\")"
                                .formatted(title(), name, columns(), columns().get(0)));
            }
        }
        return columns.length == 0 ? this : rows(table.sortOn(columns));
    }

    /**
     * The first rows.
     *
     * @param count 0 or more; all rows where there are fewer
     */
    public DataTable first(int count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "first(%d) of the table \"%s\" is asked for; give 0 or more."
                            .formatted(count, title()));
        }
        return rows(table.first(Math.min(count, rows())));
    }

    /**
     * Writes all rows as comma-separated values under the names of the columns; numbers in full,
     * shares from 0 to 1.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public DataTable csv(Path file) {
        StringWriter text = new StringWriter();
        table.write().csv(text);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The table cannot be written as " + file, e);
        }
        return this;
    }

    private DataTable rows(Table other) {
        return new DataTable(other.setName(title()), formats, metrics);
    }

    /** What the table is about. */
    public String title() {
        return table.name();
    }

    /** Names of the columns in order. */
    public List<String> columns() {
        return table.columnNames();
    }

    /** Number of rows. */
    public int rows() {
        return table.rowCount();
    }

    /** A copy as Tablesaw's table, to sort, filter and write. */
    public Table tablesaw() {
        return table.copy();
    }

    /** A cell as it is shown. */
    public String cell(int row, int column) {
        Column<?> values = table.column(column);
        if (values instanceof StringColumn text) {
            return text.get(row);
        }
        double value =
                values instanceof LongColumn whole
                        ? whole.getLong(row)
                        : ((DoubleColumn) values).getDouble(row);
        return formats.get(column).apply(value);
    }

    /** Whether a column holds numbers, which stand to the right. */
    boolean numeric(int column) {
        return !(table.column(column) instanceof StringColumn);
    }

    @Override
    public Showing show() {
        Showing showing = Showing.plain(TableText.of(this)).html(TableHtml.of(this));
        return metrics.map(m -> showing.and(new Part(Part.METRICS, m, Optional.empty())))
                .orElse(showing);
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }

    /** Cells of a row as they are shown. */
    List<String> shownRow(int row) {
        return IntStream.range(0, table.columnCount()).mapToObj(c -> cell(row, c)).toList();
    }

    private DataTable column(Column<?> column, DoubleFunction<String> format) {
        if (table.columnCount() > 0 && column.size() != table.rowCount()) {
            throw new IllegalArgumentException(
                    "The column \"%s\" has %d values; the table \"%s\" has %d rows."
                            .formatted(
                                    column.name(), column.size(), table.name(), table.rowCount()));
        }
        List<Column<?>> all = new ArrayList<>(table.columns());
        all.add(column);
        return new DataTable(
                Table.create(table.name(), all),
                Stream.concat(formats.stream(), Stream.of(format)).toList(),
                metrics);
    }
}
