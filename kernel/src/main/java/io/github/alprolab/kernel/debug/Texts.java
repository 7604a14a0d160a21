package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.display.PlainText;
import io.github.alprolab.kernel.session.Thrown;

/** Values in a line. */
final class Texts {
    private static final int MOST = 200;

    private Texts() {}

    /** A value as Java would write it where it is short, else the beginning of its text. */
    static String of(Object value) {
        if (value instanceof String text) {
            return '"' + shortened(text.replace("\n", "\\n").replace("\"", "\\\"")) + '"';
        }
        return value instanceof Character c ? "'" + c + "'" : shortened(PlainText.of(value));
    }

    /** The name of a value's class, as a cell would write it. */
    static String type(Object value) {
        return value == null ? "null" : Thrown.plain(value.getClass().getTypeName());
    }

    static String failure(Throwable e) {
        return shortened(Thrown.words(e));
    }

    private static String shortened(String text) {
        return PlainText.shortened(text, MOST);
    }
}
