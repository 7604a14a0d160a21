package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.figure.StepRow.Entry;
import io.github.alprolab.dsl.figure.StepRow.Part;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A training step clip by clip. */
class StepSheetTest {
    private static final Entry WITH_PICTURE =
            new Entry(Optional.of(Drawn.plain(Color.GREEN)), "with clip 2: match 30 %");

    @Test
    void everyObjectiveSaysWhatItSawInWordsAndInATable() {
        StepSheet sheet = sheet(Entry.of("a 98 %"), WITH_PICTURE);
        assertThat(sheet.words())
                .isEqualTo("VTC loss 0.3\n1. a [dog]\n  VTM: a 98 %; with clip 2: match 30 %");
        assertThat(sheet.table().rows()).isEqualTo(2);
        assertThat(sheet.table().cell(1, 1)).isEqualTo("VTM");
    }

    @Test
    void framesPicturesAndTheBoxAreDrawn() {
        BufferedImage image = Figure.of(sheet(WITH_PICTURE)).title("").image();
        assertThat(Drawn.shows(image, Color.RED)).isTrue();
        assertThat(Drawn.shows(image, Color.GREEN)).isTrue();
        assertThat(Drawn.shows(image, Color.BLACK)).isTrue();
        assertThat(Drawn.shows(image, Ink.PURPLE.on(Theme.LIGHT))).isTrue();
    }

    @Test
    void moreThingsNeedMoreRoom() {
        Entry[] many = new Entry[12];
        Arrays.fill(many, Entry.of("a word"));
        assertThat(sheet(many).size(696).height()).isGreaterThan(sheet(many[0]).size(696).height());
        assertThat(new StepSheet("t", "", List.of()).size(696).height()).isPositive();
    }

    private static StepSheet sheet(Entry... entries) {
        return new StepSheet(
                "Step",
                "VTC loss 0.3",
                List.of(
                        new StepRow(
                                "1. a [dog]",
                                List.of(Drawn.plain(Color.RED), Drawn.plain(Color.RED)),
                                Optional.of(new ShareBox(0, 0.5, 0.5, 0.5)),
                                List.of(new Part("VTM", Ink.PURPLE, List.of(entries))))));
    }
}
