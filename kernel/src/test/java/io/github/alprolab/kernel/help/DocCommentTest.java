package io.github.alprolab.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.display.HtmlText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Documentation comments as HTML and as text. */
class DocCommentTest {
    @Test
    void tagsAndElementsOfTextAreKept() {
        String html =
                DocComment.html(
                        " Says {@code a < b} and {@link java.util.List#of(Object) a list} &ge; {@literal <b>}.\n"
                                + " <p>Second <b>bold</b>.\n <ul><li>one\n <li>two</ul>\n"
                                + " <pre>{@code\n x = 1;\n   y = 2;\n }</pre>\n"
                                + " @param count how many\n @param <T> the type\n"
                                + " @return the sum\n @throws IllegalArgumentException below 1\n"
                                + " @since 2\n @see Math#max(int, int)\n");
        assertThat(html)
                .contains("<code>a &lt; b</code>", "<code>a list</code>", "≥", "&lt;b&gt;")
                .contains("<b>bold</b>", "<li>one")
                .contains("<dt>Parameters</dt><dd><code>count</code> – how many</dd>")
                .contains("<code>&lt;T&gt;</code>", "<dt>Returns</dt><dd>the sum</dd>")
                .contains("<code>IllegalArgumentException</code> – below 1", "<dt>Since</dt>");
        assertThat(HtmlText.of(html))
                .startsWith("Says a < b and a list ≥ <b>.")
                .contains("  y = 2;")
                .contains("Parameters\n    count – how many\n    <T> – the type")
                .contains("Returns\n    the sum");
    }

    @Test
    void deprecationIsSaidFirst() {
        assertThat(HtmlText.of(DocComment.html(" Old.\n @deprecated use {@code b()}\n")))
                .isEqualTo("Deprecated. use b()\nOld.");
    }

    @Test
    void hostileHtmlIsNotPassedOn() {
        String html =
                DocComment.html(
                        " <script>alert(1)</script><img src=x onerror=alert(1)>"
                                + "<b onclick=\"x()\">b</b> <a href=\"javascript:x()\">go</a>"
                                + " {@code <script>} <p style=\"position:fixed\">");
        assertThat(html)
                .doesNotContain("<script", "<img", "onclick", "onerror", "href", "style")
                .contains("alert(1)", "<b>b</b>", "go");
    }

    @Property(tries = 200)
    void anyTextIsReadAndNoElementHasAttributes(@ForAll String comment) {
        assertThat(DocComment.html(comment)).doesNotContainPattern("<[a-zA-Z/]+[^>a-z0-9A-Z/]");
    }
}
