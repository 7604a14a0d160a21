package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Split;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptWriterTest {
    @Test
    void aScriptFollowsFromSeedSplitAndIndexAlone() {
        SpriteScript again = new ScriptWriter(42).script(Split.TRAIN, 17);
        assertThat(again).isEqualTo(Scripts.TRAIN.get(17));
        assertThat(new ScriptWriter(43).script(Split.TRAIN, 17).canonicalText())
                .isNotEqualTo(again.canonicalText());
        assertThat(new ScriptWriter(42).script(Split.TEST, 17).tracks())
                .isNotEqualTo(again.tracks());
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        String expected = Scripts.TRAIN.get(17).canonicalText();
        Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
        try {
            assertThat(Scripts.TRAIN.get(17).canonicalText()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aQuarterOfTheClipsShowsOneSpriteAHalfTwoAQuarterThree() {
        Map<Integer, Long> counts =
                Scripts.TRAIN.stream()
                        .collect(
                                Collectors.groupingBy(
                                        s -> s.tracks().size(), Collectors.counting()));
        assertThat(counts).containsOnlyKeys(1, 2, 3);
        assertThat(counts.get(1)).isBetween(420L, 580L);
        assertThat(counts.get(2)).isBetween(900L, 1100L);
    }

    @Test
    void everyActionIsShownInTrainingAndInTest() {
        assertThat(Scripts.TRAIN.stream().flatMap(s -> s.tracks().stream()))
                .extracting(SpriteTrack::action)
                .contains(Action.values());
        assertThat(Scripts.TEST.stream().flatMap(s -> s.tracks().stream()))
                .extracting(SpriteTrack::action)
                .contains(Action.values());
    }

    @Test
    void clipsHave24To48PicturesAndDifferentNouns() {
        assertThat(Scripts.TRAIN)
                .allSatisfy(
                        script -> {
                            assertThat(script.frames()).isBetween(24, 48);
                            assertThat(script.tracks())
                                    .extracting(SpriteTrack::noun)
                                    .doesNotHaveDuplicates();
                        });
    }

    @Test
    void spritesAre19To33Of64PixelsWideUnlessTheyGrowOrShrink() {
        assertThat(Scripts.TRAIN.stream().flatMap(s -> s.tracks().stream()))
                .allSatisfy(
                        track -> {
                            int largest =
                                    track.path().stream().mapToInt(Keyframe::size).max().orElse(0);
                            assertThat(largest * 64 / 1000).isBetween(19, 33);
                        });
    }

    @Test
    void backgroundsDifferClearlyFromTheMeanColourOfEverySprite() {
        for (SpriteScript script : Scripts.TRAIN) {
            for (SpriteTrack track : script.tracks()) {
                int mean = SpriteAtlas.shared().picture(track.noun()).meanColour();
                assertThat(distance(script.background().first(), mean)).isGreaterThan(40);
                assertThat(distance(script.background().second(), mean)).isGreaterThan(40);
            }
        }
    }

    private static double distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return Math.sqrt(red * red + green * green + blue * blue);
    }
}
