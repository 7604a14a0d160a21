package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Captions are read back and compared with the script, whatever seed, split and recipe. */
class CaptionTruthTest {
    @Property(tries = 1000)
    void aCaptionSaysWhatItsScriptShowsAndNothingElse(
            @ForAll long seed,
            @ForAll Split split,
            @ForAll @IntRange(max = 999_999) int index,
            @ForAll Recipes recipe) {
        SpriteScript script = new ScriptWriter(seed, recipe.recipe).script(split, index);
        for (String caption : script.captions()) {
            List<Lexicon.Fact> facts = Lexicon.facts(caption);
            facts.forEach(fact -> assertTrue(script, fact));
            assertThat(named(facts))
                    .as(caption)
                    .containsExactlyInAnyOrderElementsOf(
                            script.tracks().stream().map(t -> t.noun().name()).toList());
        }
        assertThat(Lexicon.facts(script.captions().get(0)))
                .as("the first caption tells what happens")
                .allMatch(fact -> fact.action().isPresent());
    }

    @Test
    void someCaptionsSayWhatIsPassed() {
        ScriptWriter writer = new ScriptWriter(42, SpriteRecipe.complete());
        long past =
                IntStream.range(0, 500)
                        .mapToObj(i -> writer.script(Split.TRAIN, i).captions().get(0))
                        .filter(caption -> caption.contains(" past the "))
                        .count();
        assertThat(past).isGreaterThan(10);
    }

    private static void assertTrue(SpriteScript script, Lexicon.Fact fact) {
        Watching watching = new Watching(script);
        SpriteTrack track = watching.track(fact.noun());
        if (fact.action().isEmpty()) {
            return;
        }
        Action told = fact.action().get();
        assertThat(told).isEqualTo(track.action());
        assertThat(watching.does(track, told))
                .as("%s in %s", fact, script.canonicalText())
                .isTrue();
        assertThat(fact.partner()).isEqualTo(track.partner().map(Noun::name));
        fact.past().map(watching::track).ifPresent(other -> assertPassed(watching, track, other));
    }

    private static void assertPassed(Watching watching, SpriteTrack mover, SpriteTrack other) {
        assertThat(watching.moves(other)).isFalse();
        boolean flat = Math.abs(watching.right(mover)) > Math.abs(watching.down(mover));
        Placement centre = other.at(0);
        Placement from = mover.at(0);
        Placement to = mover.at(watching.last);
        assertThat(flat ? centre.x() : centre.y())
                .isBetween(
                        flat ? Math.min(from.x(), to.x()) : Math.min(from.y(), to.y()),
                        flat ? Math.max(from.x(), to.x()) : Math.max(from.y(), to.y()));
    }

    /** Everyone told of; of two that meet the second stands as the partner. */
    private static Set<String> named(List<Lexicon.Fact> facts) {
        return facts.stream()
                .flatMap(f -> Optional.of(f.noun()).stream().map(n -> List.of(n, meeting(f, n))))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static String meeting(Lexicon.Fact fact, String noun) {
        return fact.action()
                .filter(a -> a == Action.MEET)
                .flatMap(a -> fact.partner())
                .orElse(noun);
    }
}
