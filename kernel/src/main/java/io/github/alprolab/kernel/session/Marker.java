package io.github.alprolab.kernel.session;

/** Shows a place of a snippet: its cell and line, and marks below the line. */
final class Marker {
    /** The most characters of a line that are shown. */
    private static final int WIDEST = 160;

    /**
     * The most of a line with a mark below it: a line that a notebook of 800 pixels breaks in two
     * would leave its mark below nothing.
     */
    private static final int UNBROKEN = 72;

    /** Of these so many before a mark, where the line's begin is not shown. */
    private static final int LEFT = 30;

    private Marker() {}

    /** The line of a position in a snippet and a marker below it. */
    static String below(long from, long to, String snippet, SnippetPlaces.Place place) {
        String before = before(from, snippet);
        int position = before.length();
        int line = line(from, snippet);
        String source = snippet.split("\n", -1)[line];
        int column = position - (before.lastIndexOf('\n') + 1);
        int begin = begin(source, column, to - position);
        String shown = cut(source.substring(begin), UNBROKEN);
        int marked = column - begin;
        long width = Math.min(to - position, shown.length() - marked);
        return "cell %d, line %d%n  %s%n  %s%s"
                .formatted(
                        place.cell(),
                        place.firstLine() + line,
                        (begin > 0 ? "…" : "") + shown,
                        (begin > 0 ? " " : "") + blank(shown.substring(0, marked)),
                        "^".repeat((int) Math.max(1, width)));
    }

    /** Where the part of a line begins that has what is marked in it. */
    private static int begin(String source, int column, long marked) {
        boolean fits = source.length() <= UNBROKEN || column + marked < UNBROKEN;
        return fits ? 0 : whole(source, Math.max(0, column - LEFT));
    }

    /** A line of a cell, not longer than anybody reads. */
    static String shortened(String line) {
        return cut(line, WIDEST);
    }

    private static String cut(String line, int most) {
        return line.length() <= most ? line : line.substring(0, whole(line, most)) + "…";
    }

    /** The index, or the one before it where it would cut a character in two. */
    private static int whole(String text, int index) {
        boolean cuts =
                index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
        return cuts ? index - 1 : index;
    }

    /** The line of a position in a snippet, the first being 0; also of one outside of it. */
    static int line(long position, String snippet) {
        return (int) before(position, snippet).chars().filter(c -> c == '\n').count();
    }

    private static String before(long position, String snippet) {
        return snippet.substring(0, (int) Math.max(0, Math.min(position, snippet.length())));
    }

    /** Blanks as wide as a text: tabs stay, and what takes two columns gets two. */
    private static String blank(String text) {
        StringBuilder blanks = new StringBuilder();
        text.codePoints()
                .forEach(
                        c ->
                                blanks.append(
                                        c == '\t'
                                                ? "\t"
                                                : Character.charCount(c) == 2 ? "  " : width(c)));
        return blanks.toString();
    }

    private static String width(int c) {
        boolean none =
                Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.FORMAT;
        return none ? "" : (c >= 0x2E80 && c <= 0xFF60) ? "\u3000" : " ";
    }
}
