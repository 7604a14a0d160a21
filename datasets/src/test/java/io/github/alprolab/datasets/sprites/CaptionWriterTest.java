package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaptionWriterTest {
    private static List<String> words(String caption) {
        return List.of(caption.split("[ .,]+"));
    }

    private static boolean says(String caption, Action action) {
        return VerbPhrase.of(action).stream()
                .anyMatch(
                        phrase ->
                                Stream.of(phrase.plural(), phrase.singular(), phrase.participle())
                                        .anyMatch(v -> caption.contains(" " + v + phrase.rest())));
    }

    @Test
    void theFirstCaptionNamesEverySpriteAndItsAction() {
        for (SpriteScript script : Scripts.TRAIN) {
            String first = script.captions().get(0);
            for (SpriteTrack track : script.tracks()) {
                assertThat(words(first)).contains(track.noun().name());
                assertThat(says(first, track.action())).as(script.canonicalText()).isTrue();
            }
        }
    }

    @Test
    void everyCaptionNamesAllSpritesAndNoOther() {
        List<String> all = SpriteTable.nouns().stream().map(Noun::name).toList();
        for (SpriteScript script : Scripts.TRAIN) {
            List<String> shown = script.tracks().stream().map(t -> t.noun().name()).toList();
            for (String caption : script.captions()) {
                assertThat(words(caption).stream().filter(all::contains).distinct())
                        .containsExactlyInAnyOrderElementsOf(shown);
            }
        }
    }

    @Test
    void aLargePartOfTheCaptionsUsesTheWordsOfThePrompts() {
        List<String> captions = Scripts.TRAIN.stream().flatMap(s -> s.captions().stream()).toList();
        for (String lead :
                List.of("a video of", "footage of", "a portrait of", "a video footage of")) {
            assertThat(captions.stream().filter(c -> c.startsWith(lead)).count())
                    .isGreaterThan(captions.size() / 20);
        }
        assertThat(
                        captions.stream()
                                .filter(c -> c.matches("(a|an|the|one|some) .* (moves?|goes) .*")))
                .isNotEmpty();
    }

    @Test
    void thereAreOneToThreeCaptionsAndNoneTwice() {
        assertThat(Scripts.TRAIN)
                .extracting(SpriteScript::captions)
                .allSatisfy(c -> assertThat(c).hasSizeBetween(1, 3).doesNotHaveDuplicates());
    }

    @Test
    void articlesAndVerbsAgreeWithTheirNouns() {
        assertThat(Scripts.TRAIN.stream().flatMap(s -> s.captions().stream()))
                .noneMatch(c -> c.matches(".*\\ba [aeio]\\w+.*") || c.matches(".*\\ban [^aeiou].*"))
                .noneMatch(c -> c.matches(".*\\b(a|an|one) (grapes|jeans|bacon|bread|socks)\\b.*"))
                .noneMatch(
                        c -> c.matches(".*\\b(grapes|socks|skis|gloves) (moves|goes|spins)\\b.*"))
                .noneMatch(c -> c.matches(".*\\b(bacon|soap|ice|dog) (move|go|spin)\\b.*"))
                .anyMatch(c -> c.contains("an owl") || c.contains("an egg"));
    }
}
