package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpriteRecipeTest {
    private static final SpriteRecipe COMPLETE = SpriteRecipe.complete();

    @Test
    void everyEditChangesTheCanonicalText() {
        assertThat(
                        List.of(
                                COMPLETE,
                                SpriteRecipe.standard(),
                                COMPLETE.sprites(2, 3),
                                COMPLETE.occlusion(false),
                                COMPLETE.turns(false),
                                COMPLETE.encounters(false),
                                COMPLETE.windows(40),
                                COMPLETE.heldOutPhrasing()))
                .extracting(SpriteRecipe::canonicalText)
                .doesNotHaveDuplicates();
    }

    @Test
    void clipsHaveAsManySpritesAsAskedFor() {
        assertThat(scripts(COMPLETE.sprites(2, 2))).allMatch(s -> s.tracks().size() == 2);
        assertThat(scripts(COMPLETE.sprites(3, 3))).allMatch(s -> s.tracks().size() == 3);
        assertThat(scripts(COMPLETE)).extracting(s -> s.tracks().size()).contains(1, 2, 3);
    }

    @Test
    void withOcclusionSpritesCoverEachOtherOnTheirWayButNotAtTheEnds() {
        assertThat(hidden(scripts(COMPLETE.encounters(false)))).isGreaterThan(30);
        assertThat(hidden(scripts(COMPLETE.encounters(false).occlusion(false)))).isLessThan(8);
        for (SpriteScript script : scripts(COMPLETE)) {
            long gone = script.tracks().stream().filter(t -> t.action() == Action.ENTER).count();
            assertThat(new ScriptTruth(script).at(0)).hasSize(script.tracks().size() - (int) gone);
        }
    }

    @Test
    void withTurnsSpritesActOneAfterTheOther() {
        long inTurn =
                scripts(COMPLETE.sprites(2, 2)).stream()
                        .filter(
                                script -> {
                                    Motion a = Motion.of(script.tracks().get(0));
                                    Motion b = Motion.of(script.tracks().get(1));
                                    return !a.nothing()
                                            && !b.nothing()
                                            && (a.end() < b.begin() || b.end() < a.begin());
                                })
                        .count();
        assertThat(inTurn).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void everyActionIsShownInEverySplitAndEncountersAreNotRare(Split split) {
        ScriptWriter writer = new ScriptWriter(11, COMPLETE);
        Map<Action, Long> clips =
                IntStream.range(0, 1000)
                        .mapToObj(i -> writer.script(split, i))
                        .flatMap(s -> s.tracks().stream().map(SpriteTrack::action).distinct())
                        .collect(Collectors.groupingBy(a -> a, Collectors.counting()));
        assertThat(clips).containsOnlyKeys(Action.values());
        assertThat(clips.get(Action.MEET)).isGreaterThan(40);
        assertThat(clips.get(Action.PASS_BEHIND)).isGreaterThan(15);
    }

    @Test
    void ofTwoThatMeetNeitherOnlyWaits() {
        assertThat(scripts(COMPLETE).stream().flatMap(s -> s.tracks().stream()))
                .filteredOn(track -> track.action() == Action.MEET)
                .hasSizeGreaterThan(40)
                .allMatch(track -> Motion.of(track).distance() > 0.05);
    }

    @Test
    void noBackgroundHasASpritesColour() {
        for (SpriteScript script : scripts(COMPLETE)) {
            for (SpriteTrack track : script.tracks()) {
                int mean = SpriteAtlas.shared().picture(track.noun()).meanColour();
                assertThat(distance(script.background().first(), mean)).isGreaterThan(40);
                assertThat(distance(script.background().second(), mean)).isGreaterThan(40);
            }
        }
        assertThat(scripts(COMPLETE))
                .extracting(s -> s.background().kind())
                .contains(Background.Kind.values());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> COMPLETE.sprites(0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> COMPLETE.sprites(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> COMPLETE.sprites(1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> COMPLETE.windows(101));
    }

    private static List<SpriteScript> scripts(SpriteRecipe recipe) {
        ScriptWriter writer = new ScriptWriter(11, recipe);
        return IntStream.range(0, 400).mapToObj(i -> writer.script(Split.TRAIN, i)).toList();
    }

    /** Clips in which a sprite that is there is mostly covered in some picture. */
    private static long hidden(List<SpriteScript> scripts) {
        return scripts.stream()
                .filter(
                        s ->
                                s.tracks().stream()
                                        .noneMatch(
                                                t ->
                                                        t.action() == Action.ENTER
                                                                || t.partner().isPresent()))
                .filter(
                        s ->
                                IntStream.range(0, s.frames())
                                        .anyMatch(
                                                f ->
                                                        new ScriptTruth(s).at(f).size()
                                                                < s.tracks().stream()
                                                                        .filter(t -> t.drawnAt(f))
                                                                        .count()))
                .count();
    }

    private static double distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return Math.sqrt(red * red + green * green + blue * blue);
    }
}
