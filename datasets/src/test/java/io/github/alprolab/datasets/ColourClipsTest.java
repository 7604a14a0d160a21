package io.github.alprolab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ColourClipsTest {
    private final ColourClips clips = ColourClips.of(9, 2, 0);

    @Test
    void coloursTakeTurnsAndCaptionsNameThem() {
        List<Pair> train = clips.pairs(Split.TRAIN);

        assertThat(train).hasSize(9);
        assertThat(train.get(0).captions()).containsExactly("a video of a red wall");
        assertThat(train.get(8).captions()).isEqualTo(train.get(0).captions());
        assertThat(clips.pairs(Split.TEST)).isEmpty();
    }

    @Test
    void aRedClipIsRedAndTheSameEachTime() {
        ClipSource red = clips.pairs(Split.TRAIN).get(0).clip();

        Frames first = red.frames(new int[] {0, 7}, 8);

        assertThat(first.rgb()).isEqualTo(red.frames(new int[] {0, 7}, 8).rgb());
        assertThat(first.rgb()[0] & 0xff).isBetween(210, 230);
        assertThat(first.rgb()[1] & 0xff).isBetween(20, 40);
    }

    @Test
    void equalCountsAreEqualAndOthersHashOtherwise() {
        assertThat(clips).isEqualTo(ColourClips.of(9, 2, 0));
        assertThat(clips.hash()).isNotEqualTo(ColourClips.of(9, 2, 1).hash());
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void theHashIsTheSameInEveryLocale() {
        String here = clips.hash();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(clips.hash()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThatThrownBy(() -> ColourClips.of(1, -1, 0))
                .hasMessage("-1 clips are asked for in VALIDATION; allowed is 0 or more.");
    }
}
