package io.github.alprolab.datasets.gallery;

/** Makes text harmless inside HTML: captions and file names are written by strangers. */
public final class Html {
    private Html() {}

    /** Text as content of an element or of a quoted attribute. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> append(safe, (char) c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, char c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.append(c);
        }
    }
}
