package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.ArrayList;
import java.util.List;

/** A small table of texts, for people and for logs. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private String footer = "";

    TextTable(String... head) {
        rows.add(List.of(head));
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** A sentence below the table. */
    TextTable footer(String text) {
        footer = text;
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    MimeBundle bundle() {
        return MimeBundle.plain(plain()).and("text/html", html());
    }

    private String plain() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(width(i) - row.get(i).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.append(footer).toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private String html() {
        StringBuilder html = new StringBuilder("<table>");
        for (int i = 0; i < rows.size(); i++) {
            String cell = i == 0 ? "th" : "td";
            html.append("<tr>");
            for (String text : rows.get(i)) {
                html.append("<%s style=\"text-align:left\">".formatted(cell));
                html.append(escaped(text)).append("</%s>".formatted(cell));
            }
            html.append("</tr>");
        }
        html.append("</table>");
        return footer.isEmpty() ? html.toString() : html + "<p>" + escaped(footer) + "</p>";
    }

    private static String escaped(String text) {
        return Content.escape(text).replace("\n", "<br>");
    }
}
