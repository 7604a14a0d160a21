package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/paper-map.md} names code and tests that exist. */
class PaperMapTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME =
            Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?(?:\\(.*?\\))?`");

    @Test
    void everyClassMethodAndTestOfTheMapExists() throws IOException {
        Map<String, String> sources = sources();
        Matcher names = NAME.matcher(Files.readString(ROOT.resolve("docs/paper-map.md")));
        TreeSet<String> unknown = new TreeSet<>();
        int found = 0;
        while (names.find()) {
            String source = sources.get(names.group(1));
            String member = names.group(2);
            boolean there = source != null && (member == null || has(source, member));
            found += there ? 1 : 0;
            if (!there) {
                unknown.add(names.group());
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(found).as("names in the map").isGreaterThan(60);
    }

    private static boolean has(String source, String member) {
        return Pattern.compile("\\b" + member + "\\b").matcher(source).find();
    }

    /**
     * Every Java source of the project by the name of its class; two of one name stand together.
     */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : new String[] {"kernel", "datasets", "alpro", "dsl", "notebooks"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java")) {
                        sources.merge(
                                name.replace(".java", ""), Files.readString(file), String::concat);
                    }
                }
            }
        }
        return sources;
    }
}
