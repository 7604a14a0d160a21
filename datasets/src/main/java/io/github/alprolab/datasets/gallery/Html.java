package io.github.alprolab.datasets.gallery;

/** Text in a page. */
final class Html {
    private Html() {}

    /** The text as it may stand between tags and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
