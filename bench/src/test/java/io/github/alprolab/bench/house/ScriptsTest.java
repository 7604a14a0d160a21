package io.github.alprolab.bench.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.extension.Extensions;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.JavaSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts that made what is shipped and what docs/results.md tells run hours: here they compile.
 */
class ScriptsTest {
    private static JavaSession session;

    @BeforeAll
    static void open() {
        session = new JavaSession(Extensions.imports(Extensions.found()));
    }

    @AfterAll
    static void close() {
        session.close();
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> measured = Files.walk(Path.of("."));
                Stream<Path> warm = Files.list(Path.of("../binder"))) {
            return Stream.concat(measured, warm)
                    .filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptCompilesAsAWhole(Path script) throws IOException {
        // The body of a method is compiled with all types and not run; a file may end
        // with an expression, a body with a statement.
        String method = "void script() throws Exception {\n%s\n;}";
        assertThat(session.run(method.formatted(Files.readString(script)), 1).error())
                .map(CellError::plain)
                .isEmpty();
    }
}
