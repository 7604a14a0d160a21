package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasingTest {
    private static final SpriteRecipe RECIPE = SpriteRecipe.complete().heldOutPhrasing();

    @ParameterizedTest
    @EnumSource(Action.class)
    void heldOutWaysToSayAThingAreNoOthers(Action action) {
        assertThat(forms(Phrasing.HELD_OUT, action))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(forms(Phrasing.RICH, action));
        assertThat(forms(Phrasing.RICH, action)).containsAll(forms(Phrasing.STANDARD, action));
    }

    @Test
    void heldOutLeadsAreNoOthers() {
        assertThat(Phrasing.HELD_OUT.leads())
                .doesNotContainAnyElementsOf(Phrasing.RICH.leads())
                .isNotEmpty();
    }

    @Test
    void theWordsOfHeldOutPhrasingsAreKnownFromTraining() {
        assertThat(words(Split.TRAIN, 4000)).containsAll(words(Split.TEST, 1000));
    }

    @Test
    void heldOutPhrasingChangesTheWordsOfTestAlone() {
        ScriptWriter usual = new ScriptWriter(42, SpriteRecipe.complete());
        ScriptWriter heldOut = new ScriptWriter(42, RECIPE);
        assertThat(heldOut.script(Split.TRAIN, 5)).isEqualTo(usual.script(Split.TRAIN, 5));
        assertThat(heldOut.script(Split.TEST, 5).tracks())
                .isEqualTo(usual.script(Split.TEST, 5).tracks());
        assertThat(heldOut.script(Split.TEST, 5).captions())
                .doesNotContainAnyElementsOf(usual.script(Split.TEST, 5).captions());
    }

    private static Set<String> forms(Phrasing phrasing, Action action) {
        return phrasing.verbs(action).stream()
                .flatMap(
                        v ->
                                Stream.of(v.plural(), v.singular(), v.participle())
                                        .map(f -> f + v.rest()))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(Split split, int clips) {
        ScriptWriter writer = new ScriptWriter(42, RECIPE);
        Set<String> words = new TreeSet<>();
        for (SpriteScript script :
                IntStream.range(0, clips).mapToObj(i -> writer.script(split, i)).toList()) {
            script.captions().forEach(c -> words.addAll(List.of(c.split("[ .,]+"))));
            QuestionWriter.questions(script, RECIPE.phrasing(split))
                    .forEach(q -> words.addAll(List.of(q.question().text().split("[ ,?]+"))));
        }
        return words;
    }
}
