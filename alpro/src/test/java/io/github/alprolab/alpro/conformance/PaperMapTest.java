package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code paper-map.md}, {@code method.md} and {@code architecture.md} name what exists. */
class PaperMapTest {
    private static final Pattern NAME =
            Pattern.compile("`([A-Z]\\w+)(?:\\.(?!md`)(\\w+))?(?:\\(.*?\\))?`");

    @ParameterizedTest
    @CsvSource({"paper-map.md, 40", "method.md, 80", "architecture.md, 50"})
    void everyClassMethodAndTestOfThePageExists(String page, int least) throws IOException {
        List<MatchResult> names = NAME.matcher(ProjectSources.page(page)).results().toList();
        Map<String, Set<String>> members =
                ProjectSources.members(
                        names.stream().map(n -> n.group(1)).collect(Collectors.toSet()));
        TreeSet<String> unknown = new TreeSet<>();
        for (MatchResult name : names) {
            String member = Optional.ofNullable(name.group(2)).orElse(name.group(1));
            if (!members.getOrDefault(name.group(1), Set.of()).contains(member)) {
                unknown.add(name.group());
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(names).as("names in " + page).hasSizeGreaterThan(least);
    }

    @Test
    void aWordThatOnlyOccursInAClassIsNoMemberOfIt() throws IOException {
        Map<String, Set<String>> members =
                ProjectSources.members(Set.of("Vtc", "Captions", "VideoConfig", "NoSuchClass"));

        assertThat(ProjectSources.byClass().get("Vtc")).contains("learned");
        assertThat(members.get("Vtc")).doesNotContain("learned").contains("temperature");
        assertThat(members.get("Captions")).contains("FIRST");
        assertThat(members.get("VideoConfig")).contains("imageSize");
        assertThat(members).doesNotContainKey("NoSuchClass");
    }
}
