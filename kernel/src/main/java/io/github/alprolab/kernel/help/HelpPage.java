package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.display.HtmlText;
import java.util.List;
import java.util.stream.Collectors;

/** Signatures with their documentation as HTML and as plain text. */
final class HelpPage {
    private HelpPage() {}

    /** A page of declarations, of which some more were left out. */
    static MimeBundle of(List<Explained> all, int leftOut) {
        String html =
                all.stream().map(HelpPage::html).collect(Collectors.joining("<hr>"))
                        + (leftOut > 0 ? "<p>… and " + leftOut + " more</p>" : "");
        return MimeBundle.plain(HtmlText.of(html)).and("text/html", "<div>" + html + "</div>");
    }

    private static String html(Explained one) {
        String signature = "<pre><code>" + Content.escape(one.signature()) + "</code></pre>";
        return signature + one.comment().map(DocComment::html).orElse("");
    }
}
