package io.github.alprolab.kernel.session;

/** Shows a place of a snippet: its cell and line, and marks below the line. */
final class Marker {
    /** The most characters of a line that are shown. */
    private static final int WIDEST = 160;

    /** Of these so many before a mark, where the line's begin is not shown. */
    private static final int LEFT = 40;

    private Marker() {}

    /** The line of a position in a snippet and a marker below it. */
    static String below(long from, long to, String snippet, SnippetPlaces.Place place) {
        String before = before(from, snippet);
        int position = before.length();
        int line = line(from, snippet);
        String source = snippet.split("\n", -1)[line];
        int column = position - (before.lastIndexOf('\n') + 1);
        int begin = source.length() <= WIDEST ? 0 : whole(source, Math.max(0, column - LEFT));
        String shown = shortened(source.substring(begin));
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

    /** A line of a cell, not longer than anybody reads. */
    static String shortened(String line) {
        return line.length() <= WIDEST ? line : line.substring(0, whole(line, WIDEST)) + "…";
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
