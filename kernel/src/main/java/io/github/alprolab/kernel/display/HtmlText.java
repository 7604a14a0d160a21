package io.github.alprolab.kernel.display;

import java.util.Map;
import java.util.regex.Pattern;

/** HTML as text, for front ends that show no HTML. */
public final class HtmlText {
    private static final Pattern BREAK =
            Pattern.compile("<(?:p|dl|ul|ol|table|tr|br|blockquote|dt|/?pre)>");
    private static final Pattern ENTRY = Pattern.compile("<(?:li|dd)>");
    private static final Pattern ELEMENT = Pattern.compile("</?[a-z][^>]*>");
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'");

    private HtmlText() {}

    /** HTML of the kernel's own making as text with its paragraphs and lists. */
    public static String of(String html) {
        StringBuilder text = new StringBuilder();
        String[] parts = html.split("(?=<pre>)|(?<=</pre>)");
        for (String part : parts) {
            // Only in preformatted parts line ends mean something.
            text.append(part.startsWith("<pre>") ? part : part.replaceAll("\\s+", " "));
        }
        String broken = BREAK.matcher(text.toString().replace("<hr>", "\n————\n")).replaceAll("\n");
        String plain = ELEMENT.matcher(ENTRY.matcher(broken).replaceAll("\n    ")).replaceAll("");
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            plain = plain.replace(entity.getKey(), entity.getValue());
        }
        return plain.replace("&amp;", "&")
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
