package io.github.alprolab.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What bounded counting promises holds for streams of words of any order and frequency. */
class NounEvidencePropertyTest {
    @Provide
    Arbitrary<List<String>> streams() {
        // Few frequent and many rare words, as in captions.
        Arbitrary<String> frequent = Arbitraries.of("dog", "cat", "man");
        Arbitrary<String> rare = Arbitraries.strings().withCharRange('a', 'z').ofLength(2);
        return Arbitraries.oneOf(frequent, rare).list().ofMaxSize(400);
    }

    private static NounEvidence evidence(List<String> words, int mostWords) {
        NounEvidence evidence = new NounEvidence(mostWords);
        words.forEach(word -> evidence.add(List.of(new TaggedWord(word, "NOUN"))));
        return evidence;
    }

    private static Map<String, Long> exact(List<String> words) {
        Map<String, Long> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1L, Long::sum));
        return counts;
    }

    @Property
    void noCountIsWrongByMoreThanTheBound(
            @ForAll("streams") List<String> words, @ForAll @IntRange(min = 4, max = 60) int most) {
        NounEvidence evidence = evidence(words, most);
        Map<String, Long> found = evidence.nouns();
        exact(words)
                .forEach(
                        (word, count) ->
                                assertThat(found.getOrDefault(word, 0L))
                                        .isBetween(count - evidence.errorBound(), count));
        assertThat(found).hasSizeLessThanOrEqualTo(most);
    }

    @Property
    void allCountsAreExactWhenAllWordsFit(@ForAll("streams") List<String> words) {
        NounEvidence evidence = evidence(words, 1000);
        assertThat(evidence.errorBound()).isZero();
        assertThat(evidence.nouns()).isEqualTo(exact(words));
    }

    @Property
    void portionsSumUpToTheWhole(
            @ForAll("streams") List<String> words, @ForAll @IntRange(max = 400) int cut) {
        int at = Math.min(cut, words.size());
        NounEvidence joined = evidence(words.subList(0, at), 1000);
        joined.add(evidence(words.subList(at, words.size()), 1000));
        assertThat(joined.nouns()).isEqualTo(exact(words));
    }
}
