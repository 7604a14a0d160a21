package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Probe;
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

/** Probes are read back and compared with the script. */
class SpriteProbesTest {
    @Property(tries = 1000)
    void theRightSentenceIsTrueAndTheWrongOneIsNot(
            @ForAll long seed,
            @ForAll Split split,
            @ForAll @IntRange(max = 999_999) int index,
            @ForAll Recipes recipe) {
        SpriteScript script = new ScriptWriter(seed, recipe.recipe).script(split, index);
        for (Probe probe : SpriteProbes.of(pair(script))) {
            assertThat(isTold(script, probe.right())).as(probe.right()).isTrue();
            assertThat(isTold(script, probe.wrong())).as(probe.wrong()).isFalse();
        }
    }

    @Property(tries = 1000)
    void theSentencesDifferInTheOneThingThatIsAsked(
            @ForAll long seed, @ForAll @IntRange(max = 999_999) int index) {
        SpriteScript script = new ScriptWriter(seed).script(Split.TEST, index);
        for (Probe probe : SpriteProbes.of(pair(script))) {
            List<Lexicon.Fact> right = Lexicon.facts(probe.right());
            List<Lexicon.Fact> wrong = Lexicon.facts(probe.wrong());
            assertThat(Math.abs(right.size() - wrong.size()))
                    .as(probe.toString())
                    .isEqualTo(probe.asks().equals("number") ? 1 : 0);
            if (probe.asks().equals("noun")) {
                assertThat(actions(wrong)).isEqualTo(actions(right));
            }
            if (List.of("action", "direction", "order", "who").contains(probe.asks())) {
                assertThat(nouns(wrong)).isEqualTo(nouns(right));
                assertThat(different(actions(right), actions(wrong)))
                        .isEqualTo(probe.asks().equals("who") ? 2 : 1);
            }
        }
    }

    @Test
    void aLikingForLengthGainsNothing() {
        List<Probe> numbers =
                Scripts.TEST.stream()
                        .flatMap(s -> SpriteProbes.of(pair(s)).stream())
                        .filter(p -> p.asks().equals("number"))
                        .toList();
        long longer =
                numbers.stream()
                        .filter(
                                p ->
                                        Lexicon.facts(p.wrong()).size()
                                                > Lexicon.facts(p.right()).size())
                        .count();
        assertThat((double) longer / numbers.size()).isBetween(0.45, 0.55);
    }

    @Test
    void everyThingIsAskedAndTheSameInEverySession() {
        List<Probe> probes =
                Scripts.TEST.stream().flatMap(s -> SpriteProbes.of(pair(s)).stream()).toList();
        Set<String> asked = probes.stream().map(Probe::asks).collect(Collectors.toSet());
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "noun", "action", "direction", "order", "number", "who", "partner");
        Probe first = SpriteProbes.of(pair(Scripts.TEST.get(0))).get(0);
        assertThat(SpriteProbes.of(pair(Scripts.TEST.get(0))).get(0).wrong())
                .isEqualTo(first.wrong());
    }

    @Test
    void anotherCorpusHasNone() {
        assertThat(SpriteProbes.of(ColourClips.of(1, 1, 1).pairs(Split.TRAIN).get(0))).isEmpty();
    }

    private static boolean isTold(SpriteScript script, String sentence) {
        List<Lexicon.Fact> facts = Lexicon.facts(sentence);
        Watching watching = new Watching(script);
        boolean all = facts.size() == told(script);
        return all && facts.stream().allMatch(fact -> isTrue(script, watching, fact));
    }

    /** Of two that meet one speaks for both. */
    private static int told(SpriteScript script) {
        long meeting = script.tracks().stream().filter(t -> t.action() == Action.MEET).count();
        return script.tracks().size() - (int) meeting / 2;
    }

    private static boolean isTrue(SpriteScript script, Watching watching, Lexicon.Fact fact) {
        Optional<SpriteTrack> track =
                script.tracks().stream().filter(t -> t.noun().name().equals(fact.noun())).findAny();
        boolean partner =
                fact.partner().isEmpty()
                        || track.flatMap(SpriteTrack::partner)
                                .map(Noun::name)
                                .equals(fact.partner());
        return partner
                && track.filter(t -> watching.does(t, fact.action().orElseThrow())).isPresent();
    }

    private static List<String> nouns(List<Lexicon.Fact> facts) {
        return facts.stream().map(Lexicon.Fact::noun).toList();
    }

    private static List<Action> actions(List<Lexicon.Fact> facts) {
        return facts.stream().map(f -> f.action().orElseThrow()).toList();
    }

    private static long different(List<Action> some, List<Action> others) {
        return IntStream.range(0, some.size()).filter(i -> some.get(i) != others.get(i)).count();
    }

    private static Pair pair(SpriteScript script) {
        return new Pair(
                script.id(),
                script.split(),
                new RenderedClip(script, 32),
                script.captions(),
                Optional.of(new ScriptTruth(script)));
    }
}
