package io.github.alprolab.kernel.session;

/** Jupyter counts a cursor in code points, Java in UTF-16 units. */
public final class CodePoints {
    private CodePoints() {}

    /** The UTF-16 index of a cursor, within the text. */
    public static int toIndex(String text, int cursor) {
        int count = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.max(0, Math.min(cursor, count)));
    }

    /** The cursor of a UTF-16 index. */
    public static int toCursor(String text, int index) {
        return text.codePointCount(0, index);
    }
}
