package io.github.alprolab.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NounEvidenceTest {
    private static List<TaggedWord> sentence(String... tagged) {
        return Stream.of(tagged)
                .map(t -> t.split("/"))
                .map(parts -> new TaggedWord(parts[0], parts[1]))
                .toList();
    }

    @Test
    void a_noun_that_only_ever_follows_nouns_is_a_misread_verb() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("a/DET", "dog/NOUN", "stops/NOUN"));
        evidence.add(sentence("a/DET", "cat/NOUN", "that/PRON", "stops/NOUN"));
        assertThat(evidence.nouns()).containsOnlyKeys("dog", "cat");
    }

    @Test
    void a_noun_after_a_possessive_is_a_noun() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("his/PRON", "hat/NOUN"));
        assertThat(evidence.nouns()).containsOnlyKeys("hat");
    }

    @Test
    void a_word_once_known_as_a_noun_is_counted_under_other_tags_too() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("a/DET", "crown/NOUN"));
        evidence.add(sentence("a/DET", "crown/ADJ", "spins/VERB"));
        assertThat(evidence.nouns()).containsEntry("crown", 2L);
    }

    @Test
    void forgets_the_rarest_words_when_there_are_too_many() {
        NounEvidence evidence = new NounEvidence(3);
        for (int i = 0; i < 3; i++) {
            evidence.add(sentence("the/DET", "dog/NOUN"));
        }
        for (String rare : List.of("ant", "bee", "cow")) {
            evidence.add(sentence("the/DET", rare + "/NOUN"));
        }
        assertThat(evidence.nouns()).containsKey("dog").hasSizeLessThanOrEqualTo(3);
    }
}
