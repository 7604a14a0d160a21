package io.github.alprolab.kernel.session;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A text as the compiler's parser reads it; what is no Java is left out of the tree. */
public final class ParsedJava {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private ParsedJava(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** Whether the parser does not take a text for a file. */
    public static boolean isFaulty(String text) {
        List<Diagnostic<?>> errors = new ArrayList<>();
        of(
                text,
                fault -> {
                    if (fault.getKind() == Diagnostic.Kind.ERROR) {
                        errors.add(fault);
                    }
                });
        return !errors.isEmpty();
    }

    /** Parses types and imports as they stand in a file. */
    public static ParsedJava of(String text) {
        return of(text, fault -> {}); // the session's own compiler tells of faults
    }

    private static ParsedJava of(String text, DiagnosticListener<JavaFileObject> faults) {
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        faults,
                                        List.of("-proc:none"),
                                        null,
                                        List.of(new Text(text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return new ParsedJava(unit, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    /** The tree of the whole text. */
    public CompilationUnitTree unit() {
        return unit;
    }

    /** Where a part of the tree begins, as an index of the text. */
    public int start(Tree part) {
        return (int) positions.getStartPosition(unit, part);
    }

    /** The index behind a part of the tree. */
    public int end(Tree part) {
        return (int) positions.getEndPosition(unit, part);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///Cell.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
