package io.github.alprolab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test is a sentence in camel case, without «test» and «should»: one style in all modules. */
class TestNamesTest {
    private static final Pattern TEST =
            Pattern.compile(
                    "@(?:Test|TestFactory|RepeatedTest|ParameterizedTest|Property|Example)\\b"
                            + "[^;{]*?\\s(\\w+)\\([^)]*\\)\\s*(?:throws [\\w., ]+)?\\{");
    private static final Pattern STYLE =
            Pattern.compile("(?!test[A-Z]|should[A-Z])[a-z][A-Za-z0-9]*");

    @Test
    void everyTestOfEveryModuleIsNamedInOneStyle() throws IOException {
        List<String> other = new ArrayList<>();
        int found = 0;
        for (Path file : tests()) {
            for (String name : names(withoutTextBlocks(Files.readString(file)))) {
                found++;
                if (!STYLE.matcher(name).matches()) {
                    other.add(file.getFileName() + ": " + name);
                }
            }
        }
        assertThat(other).isEmpty();
        assertThat(found).isGreaterThan(900);
    }

    @Test
    void anotherStyleIsSeen() {
        String sources =
                """
                @Test void refuses_a_batch() {}
                @Test void shouldRefuse() throws IOException {}
                @ParameterizedTest @CsvSource({"1, 2"}) void testBatch(int a, int b) {}
                """;
        assertThat(names(sources))
                .containsExactly("refuses_a_batch", "shouldRefuse", "testBatch")
                .noneMatch(name -> STYLE.matcher(name).matches());
    }

    private static String withoutTextBlocks(String source) {
        return source.replaceAll("(?s)\"{3}.*?\"{3}", "");
    }

    private static List<String> names(String source) {
        return TEST.matcher(source.replaceAll("\\(\\{[^}]*}\\)", ""))
                .results()
                .map(test -> test.group(1))
                .toList();
    }

    private static List<Path> tests() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : (Iterable<Path>) modules::iterator) {
                Path folder = module.resolve("src/test/java");
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(f -> f.toString().endsWith("Test.java")).forEach(all::add);
                    }
                }
            }
        }
        return all;
    }
}
