package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    /** The values of some expressions, compiled together. */
    List<?> values(List<String> expressions) {
        return (List<?>)
                value("java.util.List.<Object>of(" + String.join(",\n", expressions) + ")");
    }

    /** One declaration or statement. */
    void run(String code) {
        for (SnippetEvent event : shell.eval(code)) {
            assertThat(event.snippet().source()).as("all of it was read").isEqualTo(code);
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
