package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A legend takes the rows it needs, and text takes the room it has. */
class LegendTest {
    private final BufferedImage image = new BufferedImage(600, 80, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();
    private final Brush brush = new Brush(graphics, Theme.LIGHT);

    @AfterEach
    void dispose() {
        graphics.dispose();
    }

    private static Legend legend() {
        Legend legend = new Legend();
        legend.add("training", Color.RED, 2, false);
        legend.add("validation", Color.GREEN, 2, false);
        legend.add("chance 2.08", Color.BLUE, 2, true);
        return legend;
    }

    private boolean shows(int fromRow, int toRow, Color color) {
        return Drawn.shows(image.getSubimage(0, fromRow, 600, toRow - fromRow), color);
    }

    @Test
    void aWideLegendIsOneRow() {
        assertThat(legend().paint(brush, 600)).isEqualTo(18);
        assertThat(shows(0, 16, Color.RED)).isTrue();
        assertThat(shows(0, 16, Color.BLUE)).isTrue();
        assertThat(shows(18, 80, Color.BLUE)).isFalse();
    }

    @Test
    void aNarrowLegendGoesOnInMoreRows() {
        assertThat(legend().paint(brush, 40)).isEqualTo(3 * 16 + 2);
        assertThat(shows(0, 16, Color.RED)).isTrue();
        assertThat(shows(0, 16, Color.GREEN)).isFalse();
        assertThat(shows(16, 32, Color.GREEN)).isTrue();
        assertThat(shows(32, 48, Color.BLUE)).isTrue();
    }

    @Test
    void aNameLongerThanARowIsCut() {
        Legend legend = new Legend();
        legend.add("a name that is far too long for a row of a hundred", Color.RED, 9, false);

        assertThat(legend.paint(brush, 100)).isEqualTo(18);
        assertThat(Drawn.colours(image.getSubimage(100, 0, 500, 80))).isEqualTo(1);
    }

    @Test
    void anEmptyLegendStillTakesARow() {
        assertThat(new Legend().paint(brush, 600)).isEqualTo(18);
        assertThat(Drawn.colours(image)).isEqualTo(1);
    }

    @Test
    void textThatFitsStaysWhole() {
        assertThat(brush.fit("a circle", 500, Brush.LABEL)).isEqualTo("a circle");
    }

    @Test
    void longTextEndsInAnEllipsisAndFits() {
        String fitted = brush.fit("a red circle moves left", 80, Brush.LABEL);

        assertThat(fitted).startsWith("a r").endsWith("…").isNotEqualTo("…");
        assertThat(brush.width(fitted, Brush.LABEL)).isLessThanOrEqualTo(80);
    }

    @Test
    void wordsWrapIntoLinesThatFit() {
        List<String> lines = brush.wrap("a red circle moves left", 80, Brush.LABEL, 9);

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join(" ", lines)).isEqualTo("a red circle moves left");
        assertThat(lines).allMatch(l -> brush.width(l, Brush.LABEL) <= 80);
    }

    @Test
    void theLastAllowedLineEndsInAnEllipsis() {
        List<String> lines = brush.wrap("one two three four five six seven", 60, Brush.LABEL, 2);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).endsWith("…");
    }

    @Test
    void aWordWithoutSpacesIsCutInsideWithoutLosingLetters() {
        List<String> lines = brush.wrap("abcdefghijklmnopqrstuvwxyz", 60, Brush.LABEL, 50);

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join("", lines)).isEqualTo("abcdefghijklmnopqrstuvwxyz");
    }
}
