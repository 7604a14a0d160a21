package io.github.alprolab.kernel.help;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Documentation comments, parsed by the compiler's own parser. */
final class DocComment {
    private DocComment() {}

    /**
     * The comment as HTML that is safe in any page: text is escaped, elements lose their
     * attributes, and elements that are not for text are dropped.
     */
    static String html(String comment) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                Writer.nullWriter(),
                                null,
                                fault -> {},
                                List.of("-proc:none"),
                                null,
                                List.of(new Source(comment)));
        DocTrees trees = DocTrees.instance(task);
        return parse(task, trees).map(tree -> new DocHtml(trees).of(tree)).orElse("");
    }

    private static Optional<DocCommentTree> parse(JavacTask task, DocTrees trees) {
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            for (Tree type : unit.getTypeDecls()) {
                TreePath path = new TreePath(new TreePath(unit), type);
                return Optional.ofNullable(trees.getDocCommentTree(path));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A comment in memory could not be read", e);
        }
    }

    /** A class that carries the comment. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String comment) {
            super(URI.create("string:///Commented.java"), JavaFileObject.Kind.SOURCE);
            String lines =
                    comment.replace("*/", "*&#47;")
                            .replace("\\u", "\\\\u")
                            .lines()
                            .map(line -> " *" + line)
                            .collect(Collectors.joining("\n"));
            this.text = "/**\n" + lines + "\n */\nclass Commented {}";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
