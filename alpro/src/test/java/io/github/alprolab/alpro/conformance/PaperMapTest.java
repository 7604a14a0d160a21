package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/paper-map.md} and {@code docs/method.md} name code and tests that exist. */
class PaperMapTest {
    private static final Pattern NAME =
            Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?(?:\\(.*?\\))?`");

    @ParameterizedTest
    @CsvSource({"paper-map.md, 40", "method.md, 80"})
    void everyClassMethodAndTestOfThePageExists(String page, int least) throws IOException {
        Map<String, String> sources = ProjectSources.byClass();
        Matcher names = NAME.matcher(ProjectSources.page(page));
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
        assertThat(found).as("names in " + page).isGreaterThan(least);
    }

    private static boolean has(String source, String member) {
        return Pattern.compile("\\b" + member + "\\b").matcher(source).find();
    }
}
