package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One row of any annotation file: named fields and where they stand.
 *
 * @param source the file
 * @param number counted from 1
 * @param fields by name; the cells of a csv are texts
 */
record Row(String source, long number, JsonNode fields) {
    /** Longest part of a faulty value that a message repeats. */
    private static final int SHOWN = 60;

    Row {
        if (!fields.isObject()) {
            throw new AnnotationException(
                    source,
                    "row %d is %s; a row is an object with named fields"
                            .formatted(number, shown(fields)));
        }
    }

    /** Whether the column is there. */
    boolean has(String column) {
        return fields.hasNonNull(column);
    }

    /** The first of several spellings of a column that is there. */
    String either(String... columns) {
        for (String column : columns) {
            if (has(column)) {
                return column;
            }
        }
        throw missing(String.join("\" or \"", columns));
    }

    /** A text or number that is not blank. */
    String text(String column) {
        return optional(column).orElseThrow(() -> missing(column));
    }

    /** The same, where the column may be missing. */
    Optional<String> optional(String column) {
        JsonNode value = fields.path(column);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(plain(column, value));
    }

    /** One text, or a list of at least one. */
    List<String> texts(String column) {
        JsonNode value = fields.path(column);
        if (!value.isArray()) {
            return List.of(text(column));
        }
        List<String> all = new ArrayList<>();
        value.forEach(element -> all.add(plain(column, element)));
        if (all.isEmpty()) {
            throw fault(column, "is an empty list; give at least one text");
        }
        return all;
    }

    /** A whole number of 0 or more. */
    long whole(String column) {
        String text = text(column);
        if (!text.matches("\\d{1,18}")) {
            throw fault(column, "is " + shown(text) + "; a whole number of 0 or more is needed");
        }
        return Long.parseLong(text);
    }

    AnnotationException fault(String column, String cause) {
        return AnnotationException.at(source, number, column, cause);
    }

    private String plain(String column, JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            throw fault(column, "is " + shown(value) + "; a text is needed");
        }
        String text = value.asText();
        if (Shapes.isBlank(text) || isNotANumber(value)) {
            throw fault(column, empty(text));
        }
        return text;
    }

    /** The words for a text that is none. */
    static String empty(String text) {
        String found =
                text.isBlank()
                        ? "is empty"
                        : Shapes.isBlank(text)
                                ? "holds only spaces of no width or no break"
                                : "is %s, which stands for a missing value"
                                        .formatted(shown(text.strip()));
        return found + "; write a text or remove the row";
    }

    private static boolean isNotANumber(JsonNode value) {
        return value.isNumber() && Double.isNaN(value.doubleValue());
    }

    private AnnotationException missing(String columns) {
        Set<String> names = new TreeSet<>();
        fields.fieldNames().forEachRemaining(names::add);
        return fault(columns, "is missing; this row has " + names);
    }

    private static String shown(JsonNode value) {
        return shown(value.toString());
    }

    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= SHOWN
                ? "\"" + plain + "\""
                : "\"" + plain.substring(0, SHOWN) + "…\"";
    }
}
