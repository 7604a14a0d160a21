package io.github.alprolab.kernel.help;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import io.github.alprolab.kernel.api.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Name;

/** Writes a parsed comment as HTML. */
final class DocHtml {
    private static final Set<String> ELEMENTS =
            Set.of(
                    "p",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "b",
                    "i",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "sub",
                    "sup",
                    "br",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "caption",
                    "blockquote");

    private static final Map<String, String> REPLACED =
            Map.of("tt", "code", "h1", "b", "h2", "b", "h3", "b", "h4", "b", "h5", "b", "h6", "b");

    /** Heading to list entries, in the order in which they were found. */
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();

    private final DocTrees trees;

    DocHtml(DocTrees trees) {
        this.trees = trees;
    }

    String of(DocCommentTree comment) {
        comment.getBlockTags().forEach(tag -> tag.accept(new Blocks(), null));
        StringBuilder html = new StringBuilder();
        StringBuilder deprecated = sections.remove("Deprecated");
        if (deprecated != null) {
            html.append("<p><b>Deprecated.</b> ").append(deprecated).append("</p>");
        }
        html.append("<p>").append(inline(comment.getFullBody())).append("</p>");
        if (!sections.isEmpty()) {
            html.append("<dl>");
            sections.forEach(
                    (name, text) -> html.append("<dt>").append(name).append("</dt>").append(text));
            html.append("</dl>");
        }
        return html.toString();
    }

    private String inline(List<? extends DocTree> trees) {
        Inline writer = new Inline();
        trees.forEach(tree -> tree.accept(writer, null));
        return writer.html.toString().strip();
    }

    private final class Blocks extends SimpleDocTreeVisitor<Void, Void> {
        @Override
        public Void visitParam(ParamTree tag, Void unused) {
            String name = tag.isTypeParameter() ? "<" + tag.getName() + ">" : tag.getName() + "";
            return entry("Parameters", code(name) + " – " + inline(tag.getDescription()));
        }

        @Override
        public Void visitReturn(ReturnTree tag, Void unused) {
            return entry("Returns", inline(tag.getDescription()));
        }

        @Override
        public Void visitThrows(ThrowsTree tag, Void unused) {
            String type = code(tag.getExceptionName().getSignature());
            return entry("Throws", type + " – " + inline(tag.getDescription()));
        }

        @Override
        public Void visitSee(SeeTree tag, Void unused) {
            return entry("See also", inline(tag.getReference()));
        }

        @Override
        public Void visitSince(SinceTree tag, Void unused) {
            return entry("Since", inline(tag.getBody()));
        }

        @Override
        public Void visitDeprecated(DeprecatedTree tag, Void unused) {
            sections.put("Deprecated", new StringBuilder(inline(tag.getBody())));
            return null;
        }

        @Override
        public Void visitUnknownBlockTag(UnknownBlockTagTree tag, Void unused) {
            return entry(Content.escape(name(tag)), inline(tag.getContent()));
        }

        private String name(BlockTagTree tag) {
            return switch (tag.getTagName()) {
                case "apiNote" -> "Note";
                case "implSpec", "implNote" -> "Implementation";
                default -> tag.getTagName();
            };
        }

        private Void entry(String section, String html) {
            sections.computeIfAbsent(section, name -> new StringBuilder())
                    .append("<dd>")
                    .append(html)
                    .append("</dd>");
            return null;
        }
    }

    private final class Inline extends SimpleDocTreeVisitor<Void, Void> {
        private final StringBuilder html = new StringBuilder();

        @Override
        public Void visitText(TextTree text, Void unused) {
            html.append(Content.escape(text.getBody()));
            return null;
        }

        @Override
        public Void visitEntity(EntityTree entity, Void unused) {
            String characters = trees.getCharacters(entity);
            html.append(Content.escape(characters == null ? entity.toString() : characters));
            return null;
        }

        @Override
        public Void visitStartElement(StartElementTree element, Void unused) {
            return element("<", element.getName());
        }

        @Override
        public Void visitEndElement(EndElementTree element, Void unused) {
            return element("</", element.getName());
        }

        private Void element(String opening, Name name) {
            String written = name.toString().toLowerCase(Locale.ROOT);
            String element = REPLACED.getOrDefault(written, written);
            if (ELEMENTS.contains(element)) {
                html.append(opening).append(element).append('>');
            }
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            String body = literal.getBody().getBody();
            html.append(literal.getKind() == DocTree.Kind.CODE ? code(body) : Content.escape(body));
            return null;
        }

        @Override
        public Void visitLink(LinkTree link, Void unused) {
            String target = link.getReference() == null ? "" : link.getReference().getSignature();
            String label =
                    link.getLabel().isEmpty()
                            ? Content.escape(target.replaceAll("^#", "").replace('#', '.'))
                            : inline(link.getLabel());
            html.append(link.getKind() == DocTree.Kind.LINK ? "<code>" + label + "</code>" : label);
            return null;
        }

        @Override
        public Void visitReturn(ReturnTree tag, Void unused) {
            html.append("Returns ").append(inline(tag.getDescription())).append('.');
            return null;
        }

        @Override
        public Void visitSummary(SummaryTree summary, Void unused) {
            html.append(inline(summary.getSummary()));
            return null;
        }

        @Override
        public Void visitInheritDoc(InheritDocTree tag, Void unused) {
            return null; // the comment it stands for was looked for already
        }

        @Override
        protected Void defaultAction(DocTree other, Void unused) {
            html.append(Content.escape(other.toString()));
            return null;
        }
    }

    private static String code(String text) {
        return "<code>" + Content.escape(text) + "</code>";
    }
}
