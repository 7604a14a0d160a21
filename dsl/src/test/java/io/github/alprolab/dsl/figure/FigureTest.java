package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure's size, title, theme and what a notebook gets of it. */
class FigureTest {
    private static final Figure FIGURE = Figure.of(Drawn.BARS);

    @Test
    void withoutOtherWishesItIsTitledByItsDataAndUsuallyWide() {
        assertThat(FIGURE.title()).isEqualTo("Words");
        assertThat(FIGURE.theme()).isEqualTo(Theme.LIGHT);
        assertThat(FIGURE.size()).isEqualTo(new Size(720, 34 + 24 + 24));
    }

    @Test
    void withoutATitleTheFigureIsLower() {
        assertThat(FIGURE.title("").size()).isEqualTo(new Size(720, 34 + 24));
    }

    @Test
    void changesAreCopies() {
        Figure other = FIGURE.title("Other").size(300, 200).theme(Theme.DARK);

        assertThat(other.title()).isEqualTo("Other");
        assertThat(other.size()).isEqualTo(new Size(300, 200));
        assertThat(other.theme()).isEqualTo(Theme.DARK);
        assertThat(FIGURE.title()).isEqualTo("Words");
        assertThat(FIGURE.theme()).isEqualTo(Theme.LIGHT);
    }

    @ParameterizedTest
    @CsvSource({"79,100", "100,79", "4001,100", "100,4001", "0,-1"})
    void sizesOutsideTheBoundsAreRefused(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIGURE.size(width, height))
                .withMessage(
                        "A figure of %d x %d is asked for; each side has 80 to 4000 pixels.",
                        width, height);
    }

    @Test
    void theImageIsTwiceAsFineAndReallyDrawn() {
        BufferedImage image = FIGURE.size(300, 100).image();

        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(200);
        assertThat(Drawn.colours(image)).isGreaterThan(20);
        assertThat(Drawn.shows(image, Ink.BLUE.on(Theme.LIGHT))).isTrue();
    }

    @Test
    void theThemeColoursThePaper() {
        assertThat(FIGURE.image().getRGB(6, 6)).isEqualTo(Theme.LIGHT.paper().getRGB());
        assertThat(FIGURE.theme(Theme.DARK).image().getRGB(6, 6))
                .isEqualTo(Theme.DARK.paper().getRGB());
    }

    @Test
    void inkOfTextFollowsTheThemeAndOtherInkDoesNot() {
        assertThat(Ink.TEXT.on(Theme.DARK)).isEqualTo(Theme.DARK.text());
        assertThat(Ink.BLUE.on(Theme.DARK)).isEqualTo(Ink.BLUE.on(Theme.LIGHT));
    }

    @Test
    void itIsShownAsPngAndSvgWithItsLogicalSizeAndItsNumbersAsText() throws IOException {
        Showing showing = FIGURE.size(300, 100).show();
        Part part = showing.part(Part.PNG).orElseThrow();
        byte[] bytes = Base64.getDecoder().decode(part.content());

        assertThat(showing.plain()).isEqualTo("Words: circle 50 %, square 25 %");
        assertThat(part.size()).contains(new Size(300, 100));
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(450);
    }

    @Test
    void videoFramesAreShownAsJpeg() {
        Strip strip = Strip.of("a", "b", List.of(new Frame(Drawn.plain(Color.RED), "0 s")));
        Showing showing = Figure.of(new StripSheet("Clips", List.of(strip))).show();

        assertThat(showing.parts()).extracting(Part::mimeType).containsExactly(Part.JPEG);
    }

    @Test
    void aChosenThemeIsShownOnEveryPage() {
        String svg = FIGURE.theme(Theme.DARK).show().part(Part.SVG).orElseThrow().content();

        assertThat(svg).doesNotContain("<style").contains("rgb(22,27,34)");
        assertThat(FIGURE.show().part(Part.SVG).orElseThrow().content()).contains("<style");
    }

    /** GitHub drops pictures inside an SVG, and would show none. */
    @Test
    void aChartWithPicturesIsPngAlone() {
        HeatMap map =
                new HeatMap("m", "a", "b", "u", List.of(), Matrix.of(new double[][] {{1, 2}}))
                        .rowThumbnails(List.of(Drawn.plain(Color.RED)));

        assertThat(Figure.of(map).show().parts())
                .extracting(Part::mimeType)
                .containsExactly(Part.PNG);
    }

    @Test
    void withoutATitleTheWordsStandAlone() {
        assertThat(FIGURE.title(" ")).hasToString("circle 50 %, square 25 %");
    }
}
