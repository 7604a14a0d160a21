package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.Split;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptWriterTest {
    @Test
    void a_script_follows_from_seed_split_and_index_alone() {
        SpriteScript again = new ScriptWriter(42).script(Split.TRAIN, 17);
        assertThat(again).isEqualTo(Scripts.TRAIN.get(17));
        assertThat(new ScriptWriter(43).script(Split.TRAIN, 17).canonicalText())
                .isNotEqualTo(again.canonicalText());
        assertThat(new ScriptWriter(42).script(Split.TEST, 17).tracks())
                .isNotEqualTo(again.tracks());
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
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
    void a_quarter_of_the_clips_shows_one_sprite_a_half_two_a_quarter_three() {
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
    void every_action_is_shown_in_training_and_in_test() {
        assertThat(Scripts.TRAIN.stream().flatMap(s -> s.tracks().stream()))
                .extracting(SpriteTrack::action)
                .contains(Action.values());
        assertThat(Scripts.TEST.stream().flatMap(s -> s.tracks().stream()))
                .extracting(SpriteTrack::action)
                .contains(Action.values());
    }

    @Test
    void clips_have_24_to_48_pictures_and_different_nouns() {
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
    void sprites_are_19_to_33_of_64_pixels_wide_unless_they_grow_or_shrink() {
        assertThat(Scripts.TRAIN.stream().flatMap(s -> s.tracks().stream()))
                .allSatisfy(
                        track -> {
                            int largest =
                                    track.path().stream().mapToInt(Keyframe::size).max().orElse(0);
                            assertThat(largest * 64 / 1000).isBetween(19, 33);
                        });
    }

    @Test
    void backgrounds_differ_clearly_from_the_mean_colour_of_every_sprite() {
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
