package io.github.alprolab.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/checks.md} lists the declared checks, and code uses these and no others. */
class ChecksPageTest {
    private static final Path PAGE = Path.of("..", "docs", "checks.md");

    /** The module spark says its own words with one of these codes. */
    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main", "java"), Path.of("..", "spark", "src", "main", "java"));

    private static final Pattern USED = Pattern.compile("\"(C\\d\\d)\"");
    private static final String WRITE = "ALPROLAB_WRITE_PAGES";

    @Test
    void thePageSaysWhatTheCodeDeclares() throws IOException {
        if (System.getenv(WRITE) != null) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("written anew by: " + WRITE + "=1 ./lab test dsl ChecksPageTest")
                .isEqualTo(page());
    }

    @Test
    void everyDeclaredCheckIsMadeSomewhereAndNoOther() throws IOException {
        Set<String> declared =
                Arrays.stream(CheckCode.values())
                        .map(CheckCode::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used()).isEqualTo(declared);
    }

    @Test
    void aFindingOfAnUndeclaredCheckIsRefused() {
        assertThatThrownBy(() -> Finding.fine("C99", "fine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The check “C99” is not declared; declare it in CheckCode, beside C01.");
        assertThatThrownBy(() -> new AdviceException("c1", "1 is given.", ".of(2)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("“c1”");
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    USED.matcher(Files.readString(file))
                            .results()
                            .map((MatchResult code) -> code.group(1))
                            .forEach(used::add);
                }
            }
        }
        return used;
    }

    private static String page() {
        return """
                # Checks

                `check()` looks at an experiment before anything is computed, and says what would go wrong and what a run would
                cost. Each finding has a code. `✗` stops `run()`; `!` is a warning, `·` a note, `✓` says that all is well.
                A value that no experiment could use is refused with the same codes as soon as it is typed.

                This page is written from `CheckCode`; a number that is missing belonged to a check that is gone.

                | code | what is looked at | when it speaks up | what to do |
                |---|---|---|---|
                """
                + Arrays.stream(CheckCode.values())
                        .map(c -> row(c.name(), c.title(), c.cause(), c.fix()))
                        .collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
