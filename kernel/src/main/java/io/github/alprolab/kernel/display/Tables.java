package io.github.alprolab.kernel.display;

import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collections, maps, arrays and records as tables. */
final class Tables {
    /** Plain elements stay text where that is no longer. */
    private static final int ONE_LINE = 100;

    private static final int MOST_COLUMNS = 200;

    private Tables() {}

    /** Gives the value in a column of a row. */
    @FunctionalInterface
    private interface Part {
        Object of(Object row, int column);
    }

    /** The value as HTML, where a table says more than its text. */
    static Optional<String> html(Object value) {
        if (value instanceof Record one) {
            return ofRecord(one);
        }
        Optional<Rows> rows = Rows.of(value).filter(found -> found.size() > 0);
        return value instanceof Map
                ? rows.map(Tables::ofEntries)
                : rows.flatMap(found -> ofElements(value, found));
    }

    private static Optional<String> ofRecord(Record one) {
        RecordComponent[] parts = one.getClass().getRecordComponents();
        Rows rows = new Rows(parts.length, parts.length, i -> parts[i]);
        return parts.length == 0
                ? Optional.empty()
                : Optional.of(
                        table(
                                List.of("component", "value"),
                                rows,
                                (part, column) ->
                                        column == 0
                                                ? ((RecordComponent) part).getName()
                                                : read(one, (RecordComponent) part)));
    }

    /** Rows and maps may be shorter than others; what they lack is the empty text. */
    private static boolean isThere(Object value) {
        return value != null && !"".equals(value);
    }

    private static String ofEntries(Rows rows) {
        return table(
                List.of("key", "value"),
                rows,
                (row, column) -> {
                    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) row;
                    return column == 0 ? entry.getKey() : entry.getValue();
                });
    }

    private static Optional<String> ofElements(Object value, Rows rows) {
        List<Object> first = rows.first();
        if (first.get(0) instanceof Record
                && first.stream().map(Tables::type).distinct().count() == 1) {
            return Optional.of(ofRecords(rows, first.get(0).getClass()));
        }
        if (first.stream().allMatch(Map.class::isInstance)) {
            return Optional.of(ofMaps(rows, first));
        }
        if (first.stream().allMatch(row -> Rows.of(row).isPresent())) {
            return Optional.of(ofRows(rows, first));
        }
        boolean brief = PlainText.of(value).length() <= ONE_LINE && !isPictures(first);
        return brief
                ? Optional.empty()
                : Optional.of(table(List.of("value"), rows, (row, column) -> row));
    }

    private static Object type(Object row) {
        return row == null ? "null" : row.getClass();
    }

    private static boolean isPictures(List<Object> rows) {
        return rows.stream().allMatch(BufferedImage.class::isInstance);
    }

    private static String ofRecords(Rows rows, Class<?> type) {
        List<RecordComponent> parts = List.of(type.getRecordComponents());
        return table(
                parts.stream().map(RecordComponent::getName).toList(),
                rows,
                (row, column) -> type.isInstance(row) ? read(row, parts.get(column)) : row);
    }

    private static String ofMaps(Rows rows, List<Object> first) {
        Set<Object> keys = new LinkedHashSet<>();
        first.stream()
                .flatMap(row -> ((Map<?, ?>) row).keySet().stream().limit(MOST_COLUMNS))
                .forEach(keys::add);
        List<Object> columns = new ArrayList<>(keys);
        return table(
                columns.stream().map(PlainText::of).toList(),
                rows,
                (row, column) ->
                        row instanceof Map<?, ?> map && map.containsKey(columns.get(column))
                                ? map.get(columns.get(column))
                                : "");
    }

    private static String ofRows(Rows rows, List<Object> first) {
        int width =
                first.stream()
                        .flatMap(row -> Rows.of(row).stream())
                        .mapToInt(Rows::readable)
                        .max()
                        .orElse(0);
        return table(
                IntStream.range(0, Math.min(MOST_COLUMNS, width))
                        .mapToObj(String::valueOf)
                        .toList(),
                rows,
                (row, column) -> {
                    Optional<Rows> cells = Rows.of(row).filter(r -> column < r.readable());
                    return cells.isPresent() ? cells.get().get().apply(column) : "";
                });
    }

    private static String table(List<String> names, Rows rows, Part part) {
        List<Object> first = rows.first();
        List<TableHtml.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            Stream<Object> values = first.stream().map(row -> part.of(row, column));
            boolean number = values.filter(Tables::isThere).allMatch(Number.class::isInstance);
            columns.add(new TableHtml.Column(names.get(i), "", number));
        }
        return new TableHtml(
                        columns,
                        rows.size(),
                        rows.readable(),
                        (row, column) -> Values.html(part.of(rows.get().apply(row), column)))
                .html();
    }

    /** A component of a record; what its accessor throws stands in its place. */
    private static Object read(Object one, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(one);
        } catch (InvocationTargetException e) {
            return PlainText.failure(e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            return PlainText.failure(e);
        }
    }
}
