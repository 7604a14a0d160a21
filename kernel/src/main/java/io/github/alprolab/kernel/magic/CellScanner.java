package io.github.alprolab.kernel.magic;

import java.util.Optional;

/**
 * Finds where in a cell a percent sign can begin a magic: neither in a literal nor in a comment,
 * first on its line or behind an {@code =}, and with a letter behind it.
 */
final class CellScanner {

    /**
     * A place at which a magic can stand.
     *
     * @param start index of the percent sign
     * @param end index of the end of its line
     * @param before the last sign of Java before it, 0 for none
     * @param depth how many braces, brackets and parentheses are open there
     */
    record Place(int start, int end, char before, int depth) {}

    private final String code;
    private int at;
    private char before;
    private int depth;
    private boolean lineBegins = true;

    CellScanner(String code) {
        this.code = code;
    }

    /** The next place; what is there counts as Java unless {@link #skip} says otherwise. */
    Optional<Place> next() {
        while (at < code.length()) {
            Optional<Place> found = step();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Goes on behind the line of a place, which turned out to be a magic. */
    void skip(Place place) {
        at = place.end();
        before = ';';
    }

    /** The index of the line break at or after an index, or of the end. */
    static int lineEnd(String code, int index) {
        int end = code.indexOf('\n', index);
        return end < 0 ? code.length() : end;
    }

    private Optional<Place> step() {
        char c = code.charAt(at);
        if (c == '\n') {
            lineBegins = true;
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (code.startsWith("//", at)) {
            at = lineEnd(code, at);
        } else if (code.startsWith("/*", at)) {
            at = behind("*/", at + 2);
        } else {
            return significant(c);
        }
        return Optional.empty();
    }

    private Optional<Place> significant(char c) {
        Optional<Place> place =
                c == '%' && isNameAt(at + 1) && (lineBegins || before == '=')
                        ? Optional.of(new Place(at, lineEnd(code, at), before, depth))
                        : Optional.empty();
        lineBegins = false;
        before = c;
        if (code.startsWith("\"\"\"", at)) {
            at = literalEnd("\"\"\"");
        } else if (c == '"' || c == '\'') {
            at = literalEnd(String.valueOf(c));
        } else {
            depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
            at++;
        }
        return place;
    }

    /**
     * Behind a literal; one of a single line ends with its line also where its quote is missing.
     */
    private int literalEnd(String quote) {
        int i = at + quote.length();
        while (i < code.length()) {
            if (code.charAt(i) == '\\') {
                i += 2;
            } else if (code.startsWith(quote, i)) {
                return i + quote.length();
            } else if (quote.length() == 1 && code.charAt(i) == '\n') {
                return i;
            } else {
                i++;
            }
        }
        return code.length();
    }

    private int behind(String end, int from) {
        int found = code.indexOf(end, from);
        return found < 0 ? code.length() : found + end.length();
    }

    private boolean isNameAt(int index) {
        int i = index < code.length() && code.charAt(index) == '%' ? index + 1 : index;
        return i < code.length() && (Character.isLetter(code.charAt(i)) || code.charAt(i) == '_');
    }
}
