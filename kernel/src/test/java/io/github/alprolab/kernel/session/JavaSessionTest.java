package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session's compiler knows of the class path, and what becomes of values. */
class JavaSessionTest {
    private final JavaSession session = new JavaSession(List.of("java.util.*"));

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void packagesAreKnownWhenTheyAreNeededAndNamesOfClassesAreNotKept() {
        session.needPackages();

        assertThat(suggested("import java.ut")).contains("util.");
        assertThat(session.analysis().listQualifiedNames("ArrayList", 9).getNames()).isEmpty();
    }

    @Test
    void classesThatAreAddedWhileItRunsAreFound(@TempDir Path folder) throws IOException {
        assertThat(session.run("new added.One().two()", 1).error()).isPresent();
        Path source = Files.createDirectory(folder.resolve("added")).resolve("One.java");
        Files.writeString(
                source, "package added; public class One { public int two() { return 2; } }");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());

        session.addToClassPath(folder);

        assertThat(session.run("new added.One().two()", 2).value()).contains(2);
        session.needPackages();
        assertThat(suggested("import add")).contains("added.");
    }

    @Test
    void anErrorWithATextOfItsOwnIsToldByThatTextOnce() {
        session.run(
                "class Advice extends RuntimeException {"
                        + " Advice(String text, Throwable cause) { super(text, cause); }"
                        + " public String toString() { return getMessage(); } }",
                1);

        String told = told("throw new Advice(\"a.pt is cut: at 3\", new Error(\"at 3\"));");

        assertThat(told).startsWith("a.pt is cut: at 3\n").doesNotContain("Advice:", "Caused by");
        assertThat(told("throw new Advice(\"cut\", new Error(\"at byte 3\"));"))
                .startsWith("cut\n")
                .contains("Caused by: java.lang.Error: at byte 3");
    }

    @Test
    void anErrorWithoutATextOfItsOwnIsToldByItsClassWithAllCauses() {
        assertThat(told("throw new IllegalStateException(\"cut: at 3\", new Error(\"at 3\"));"))
                .startsWith("java.lang.IllegalStateException: cut: at 3\n")
                .contains("Caused by: java.lang.Error: at 3");
    }

    private String told(String code) {
        return String.join("\n", session.run(code, 9).error().orElseThrow().plain());
    }

    @Test
    void theSameDeclarationRunAgainClosesTheValueThatItReplaces() {
        session.run(
                "class Handle implements AutoCloseable { static int closed;"
                        + " public void close() { closed++; } }",
                1);
        for (int i = 0; i < 3; i++) {
            session.run("var handle = new Handle();", 2);
        }

        assertThat(session.run("Handle.closed", 3).value()).contains(2);
        session.run("var kept = handle;", 4);
        session.run("var handle = new Handle();", 5);
        assertThat(session.run("Handle.closed", 6).value()).contains(2);
    }

    private List<String> suggested(String code) {
        return session.analysis().completionSuggestions(code, code.length(), new int[1]).stream()
                .map(SourceCodeAnalysis.Suggestion::continuation)
                .toList();
    }
}
