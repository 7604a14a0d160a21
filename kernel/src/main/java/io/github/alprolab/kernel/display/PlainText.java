package io.github.alprolab.kernel.display;

import java.lang.reflect.Array;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A value as text; arrays by their elements. */
final class PlainText {
    private static final int ELEMENTS = 1000;

    private PlainText() {}

    static String of(Object value) {
        if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            String shown =
                    IntStream.range(0, Math.min(length, ELEMENTS))
                            .mapToObj(i -> of(Array.get(value, i)))
                            .collect(Collectors.joining(", "));
            return "[" + shown + (length > ELEMENTS ? ", … " + length + " in all]" : "]");
        }
        return String.valueOf(value);
    }
}
