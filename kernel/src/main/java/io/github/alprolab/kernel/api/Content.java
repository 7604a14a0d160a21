package io.github.alprolab.kernel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Texts that a notebook shows as what they mean; every cell can call them by their bare names.
 *
 * <pre>{@code
 * markdown("**Recall** at " + k)
 * }</pre>
 */
public final class Content {
    private Content() {}

    /** HTML; nothing is escaped, so that text of others belongs through {@link #escape} first. */
    public static MimeBundle html(String html) {
        return MimeBundle.plain(html).and("text/html", html);
    }

    /** Text that shows as itself inside HTML. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Markdown. */
    public static MimeBundle markdown(String text) {
        return MimeBundle.plain(text).and("text/markdown", text);
    }

    /** A formula in LaTeX, with or without its dollar signs. */
    public static MimeBundle latex(String formula) {
        boolean delimited = formula.contains("$") || formula.contains("\\begin{");
        return MimeBundle.plain(formula)
                .and("text/latex", delimited ? formula : "$$" + formula + "$$");
    }

    /** A drawing in SVG. */
    public static MimeBundle svg(String svg) {
        return MimeBundle.plain("SVG of %,d characters".formatted(svg.length()))
                .and("image/svg+xml", svg);
    }

    /**
     * A tree to unfold, made of JSON text or of any value that Jackson can write.
     *
     * @throws IllegalArgumentException for a text that is not JSON
     */
    public static MimeBundle json(Object value) {
        JsonNode tree = value instanceof String text ? parsed(text) : JsonTree.of(value);
        return MimeBundle.plain(tree.toPrettyString()).and("application/json", tree);
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonTree.parsed(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "json(…) takes JSON text or a value; this text is not JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }
}
