package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContentSplitsTest {
    private static final List<Noun> NOUNS = SpriteTable.nouns();
    private static final ContentSplits SPLITS = new ContentSplits(NOUNS);

    @Property(tries = 200)
    void whateverTheSeedAClipShowsOnlyPairsOfItsOwnSplit(
            @ForAll long seed,
            @ForAll Split split,
            @ForAll @IntRange(max = 10_000) int index,
            @ForAll Recipes recipe) {
        SpriteScript script = new ScriptWriter(seed, recipe.recipe).script(split, index);
        for (SpriteTrack track : script.tracks()) {
            assertThat(SPLITS.actions(track.noun(), split)).contains(track.action());
            script.tracks().stream()
                    .filter(other -> other != track)
                    .forEach(
                            other ->
                                    assertThat(ContentSplits.of(track.noun(), other.noun()))
                                            .isEqualTo(split));
        }
    }

    @Test
    void pairsSeenInTestOrValidationAreNeverSeenInTraining() {
        Set<String> train = pairs(Scripts.TRAIN);
        Set<String> validation = pairs(Scripts.VALIDATION);
        Set<String> test = pairs(Scripts.TEST);
        assertThat(test).isNotEmpty().doesNotContainAnyElementsOf(train);
        assertThat(validation).isNotEmpty().doesNotContainAnyElementsOf(train);
        assertThat(test).doesNotContainAnyElementsOf(validation);
    }

    @Test
    void everyNounOccursInTrainingAboutEquallyOften() {
        var counts =
                Scripts.TRAIN.stream()
                        .flatMap(script -> script.tracks().stream())
                        .collect(Collectors.groupingBy(SpriteTrack::noun, Collectors.counting()));
        assertThat(counts.keySet()).containsAll(NOUNS);
        assertThat(counts.values()).allMatch(n -> n > 6 && n < 60);
    }

    @Test
    void everyActionBelongsToOneSplitForEachNoun() {
        for (Noun noun : NOUNS) {
            List<Action> all =
                    Stream.of(Split.values())
                            .flatMap(split -> SPLITS.actions(noun, split).stream())
                            .toList();
            assertThat(all).containsExactlyInAnyOrder(Action.values());
            for (Split split : Split.values()) {
                assertThat(SPLITS.actions(noun, split)).anyMatch(a -> !a.needsPartner());
            }
        }
    }

    @Test
    void theOrderOfAPairDoesNotMatter() {
        Noun first = NOUNS.get(3);
        assertThat(NOUNS).allMatch(n -> ContentSplits.of(first, n) == ContentSplits.of(n, first));
    }

    private static Set<String> pairs(List<SpriteScript> scripts) {
        Set<String> pairs = new TreeSet<>();
        for (SpriteScript script : scripts) {
            for (SpriteTrack a : script.tracks()) {
                pairs.add(a.noun().name() + " does " + a.action());
                for (SpriteTrack b : script.tracks()) {
                    String[] both = {a.noun().name(), b.noun().name()};
                    Arrays.sort(both);
                    if (a != b) {
                        pairs.add(both[0] + " with " + both[1]);
                    }
                }
            }
        }
        return pairs;
    }
}
