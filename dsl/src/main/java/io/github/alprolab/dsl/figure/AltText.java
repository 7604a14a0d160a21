package io.github.alprolab.dsl.figure;

import java.util.regex.Pattern;

/** One sentence in place of a picture: what sort it is, its title and its main values. */
final class AltText {
    private static final int MOST = 220;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LINES = Pattern.compile("\\s*\\n\\s*");

    private AltText() {}

    static String of(Figure figure) {
        String title = figure.title().isBlank() ? "" : " “" + figure.title().strip() + "”";
        String words = LINES.matcher(figure.picture().words().strip()).replaceAll("; ");
        String main = cut(SPACE.matcher(words).replaceAll(" "));
        return figure.picture().kind() + title + (main.isEmpty() ? "." : ": " + main + ".");
    }

    /** After a whole value, where it is too long to be listened to. */
    private static String cut(String words) {
        if (words.length() <= MOST) {
            return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        }
        String start = words.substring(0, MOST);
        int end = Math.max(start.lastIndexOf("; "), start.lastIndexOf(", "));
        return start.substring(0, end > 0 ? end : start.lastIndexOf(' ')) + " and more";
    }
}
