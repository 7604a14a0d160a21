package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sections of {@code docs/method.md} that code and the page itself cite are there. */
class MethodPageTest {
    /** How comments name the page. */
    private static final String PAGE = "docs/method.md";

    private static final String NUMBER = "\\d+(?:\\.\\d+)*";
    private static final String NUMBERS = NUMBER + "(?:(?:, | and | to )" + NUMBER + ")*";
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (" + NUMBER + ") \\S");

    @Test
    void everySectionThatACommentCitesIsOnThePage() throws IOException {
        Pattern cited = Pattern.compile(Pattern.quote(PAGE) + "(?: sections?)? (" + NUMBERS + ")");
        Map<String, String> missing = new TreeMap<>();
        Set<String> headings = headings();
        int found = 0;
        for (Map.Entry<String, String> source : ProjectSources.byClass().entrySet()) {
            for (String number : numbers(cited, unwrapped(source.getValue()))) {
                found++;
                if (!headings.contains(number)) {
                    missing.put(source.getKey(), number);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).as("citations").isGreaterThan(40);
    }

    @Test
    void everySectionThatThePageItselfCitesIsThere() throws IOException {
        Pattern cited = Pattern.compile("\\bsections? (" + NUMBERS + ")");
        List<String> own = numbers(cited, unwrapped(ProjectSources.page("method.md")));
        assertThat(own).hasSizeGreaterThan(10);
        assertThat(headings()).containsAll(own);
    }

    private static Set<String> headings() throws IOException {
        return HEADING.matcher(ProjectSources.page("method.md"))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> numbers(Pattern cited, String text) {
        List<String> all = new ArrayList<>();
        Matcher citations = cited.matcher(text);
        while (citations.find()) {
            all.addAll(List.of(citations.group(1).split(", | and | to ")));
        }
        return all;
    }

    /** Comments and paragraphs in one line. */
    private static String unwrapped(String text) {
        return text.replaceAll("\\s*\\n\\s*(?:\\* )?", " ");
    }
}
