package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** A JShell in this process with the imports of a notebook: code that is kept has to run there. */
final class Cells implements AutoCloseable {
    private final JShell shell = JShell.builder().executionEngine("local").build();

    Cells() {
        shell.addToClasspath(System.getProperty("java.class.path"));
        run("import java.nio.file.*;");
        Imports.names().forEach(name -> run("import " + name + ";"));
    }

    /** The value of an expression. */
    Object value(String expression) {
        run("io.github.alprolab.dsl.Kept.value = " + expression.strip() + ";");
        return Kept.value;
    }

    /** One declaration or statement. */
    void run(String code) {
        assertThat(shell.sourceCodeAnalysis().analyzeCompletion(code).remaining()).isEmpty();
        for (SnippetEvent event : shell.eval(code)) {
            assertThat(event.status())
                    .as(() -> code + "\n" + shell.diagnostics(event.snippet()).toList())
                    .isEqualTo(Snippet.Status.VALID);
            assertThat(event.exception()).as(code).isNull();
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
