package io.github.alprolab.kernel.session;

/** Shows a place of a snippet: its cell and line, and marks below the line. */
final class Marker {
    private Marker() {}

    /** The line of a position in a snippet and a marker below it. */
    static String below(long from, long to, String snippet, SnippetPlaces.Place place) {
        String before = before(from, snippet);
        int position = before.length();
        int line = line(from, snippet);
        int column = position - (before.lastIndexOf('\n') + 1);
        String source = snippet.split("\n", -1)[line];
        long width = Math.min(to - position, source.length() - column);
        return "cell %d, line %d%n  %s%n  %s%s"
                .formatted(
                        place.cell(),
                        place.firstLine() + line,
                        source,
                        blank(source.substring(0, column)),
                        "^".repeat((int) Math.max(1, width)));
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
