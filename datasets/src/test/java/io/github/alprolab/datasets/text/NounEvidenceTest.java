package io.github.alprolab.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    void aNounThatOnlyEverFollowsNounsIsAMisreadVerb() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("a/DET", "dog/NOUN", "stops/NOUN"));
        evidence.add(sentence("a/DET", "cat/NOUN", "that/PRON", "stops/NOUN"));
        assertThat(evidence.nouns()).containsOnlyKeys("dog", "cat");
    }

    @Test
    void aVerbMisreadAfterAMisreadNounIsNoNoun() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("two/NUM", "swans/NOUN", "stop/NOUN"));
        evidence.add(sentence("two/NUM", "peaches/VERB", "stop/NOUN"));
        evidence.add(sentence("swans/NOUN", "that/PRON", "stop/VERB"));
        assertThat(evidence.nouns()).containsOnlyKeys("swans");
    }

    @Test
    void aNounThatOnlyEverFollowsVerbsIsANounWhenItIsReadAsNothingElse() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("people/NOUN", "play/VERB", "football/NOUN"));
        assertThat(evidence.nouns()).containsOnlyKeys("people", "football");
    }

    @Test
    void aVerbRightAfterAnArticleIsAMisreadNoun() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("a/DET", "gloves/NOUN", "spins/VERB"));
        evidence.add(sentence("a/DET", "gloves/VERB", "spins/VERB"));
        evidence.add(sentence("a/DET", "gloves/VERB", "spins/VERB"));
        assertThat(evidence.nouns()).containsOnly(Map.entry("gloves", 3L));
    }

    @Test
    void aNounAfterAPossessiveIsANoun() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("his/PRON", "hat/NOUN"));
        assertThat(evidence.nouns()).containsOnlyKeys("hat");
    }

    @Test
    void aWordOnceKnownAsANounIsCountedUnderOtherTagsToo() {
        NounEvidence evidence = new NounEvidence(100);
        evidence.add(sentence("a/DET", "crown/NOUN"));
        evidence.add(sentence("a/DET", "crown/ADJ", "spins/VERB"));
        assertThat(evidence.nouns()).containsEntry("crown", 2L);
    }

    @Test
    void forgetsTheRarestWordsWhenThereAreTooMany() {
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
