package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Heat over frames, points in the plane, and boxes with arrows. */
class MapsAndDiagramsTest {
    private static final BufferedImage FRAME = Drawn.plain(Color.RED);
    private static final Matrix HEAT = Matrix.of(new double[][] {{0, 0.25}, {0.5, 0}});
    private static final Diagram.Box IN = new Diagram.Box("in", "8 frames", 0, 0, Ink.BLUE);
    private static final Diagram.Box OUT = new Diagram.Box("out", "", 1, 1, Ink.RIGHT);

    private static Overlays overlays(int count) {
        return new Overlays(
                "Where it looks",
                "attention",
                Collections.nCopies(count, new Overlay(FRAME, HEAT, "1 s")));
    }

    private static ScatterMap.Dot dot(double x, String name, String group) {
        return new ScatterMap.Dot(x, 1, name, group, Optional.empty());
    }

    private static ScatterMap map(boolean linked, ScatterMap.Dot... dots) {
        return new ScatterMap("Map", "first", "second", List.of(dots), linked);
    }

    @Test
    void heatIsToldByItsGreatestPlace() {
        assertThat(overlays(1).words())
                .isEqualTo("attention up to 0.500; most at row 2, column 1 of 2 x 2 (1 s)");
        assertThat(overlays(2).table().rows()).isEqualTo(8);
        assertThat(overlays(1).table().cell(2, 3)).isEqualTo("0.5000");
    }

    /** The plain frame above, and 45 % of it in the frame below. */
    @Test
    void heatLiesAtFiftyFivePercentOverTheFrameAndThePlainFrameIsBesideIt() {
        BufferedImage image = Figure.of(overlays(1)).title("").image();
        Color plain = new Color(image.getRGB(24 + 150, 24 + 150));
        Color below = new Color(image.getRGB(24 + 75, 24 + 306 + 225));
        Color bright = Sequential.at(0);

        assertThat(plain).isEqualTo(Color.RED);
        assertThat(below.getGreen()).isCloseTo((int) (0.55 * bright.getGreen()), within(2));
        assertThat(below.getRed())
                .isCloseTo((int) (0.45 * 255 + 0.55 * bright.getRed()), within(2));
    }

    @Test
    void moreThanEightFramesBeginANewRow() {
        assertThat(overlays(9).size(700).height()).isEqualTo(2 * overlays(8).size(700).height());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overlays(0))
                .withMessage("The figure \"Where it looks\" has no frames.");
    }

    @Test
    void pointsAreCountedByGroupAndListed() {
        ScatterMap map = map(false, dot(0, "a", "clips"), dot(1, "a", "texts"));

        assertThat(map.words()).isEqualTo("1 clips, 1 texts; first by second");
        assertThat(map.table().columns()).containsExactly("name", "group", "first", "second");
        assertThat(map.groups()).containsExactly("clips", "texts");
    }

    @Test
    void pointsOfOneNameAreJoinedWhereTheyBelongTogether() {
        ScatterMap.Dot[] dots = {dot(0, "a", "clips"), dot(1, "a", "texts")};
        ScatterMap.Dot[] others = {dot(0, "a", "clips"), dot(1, "b", "texts")};
        BufferedImage joined = Figure.of(map(true, dots)).image();

        assertThat(Drawn.same(joined, Figure.of(map(false, dots)).image())).isFalse();
        assertThat(Drawn.same(joined, Figure.of(map(true, others)).image())).isFalse();
    }

    @Test
    void aPointWithAPictureShowsIt() {
        ScatterMap.Dot pictured = new ScatterMap.Dot(0, 0, "a", "clips", Optional.of(FRAME));

        assertThat(Drawn.shows(Figure.of(map(false, pictured)).image(), Color.RED)).isTrue();
    }

    @Test
    void aMapHasFinitePlacesAndAtMostSixGroups() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dot(Double.NaN, "a", "clips"))
                .withMessage("The point \"a\" lies at NaN, 1.0; a map has finite places.");
        ScatterMap.Dot[] seven =
                IntStream.range(0, 7)
                        .mapToObj(i -> dot(i, "p", "group " + i))
                        .toArray(ScatterMap.Dot[]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(false, seven))
                .withMessageContaining("7 points of 7 groups");
        assertThatIllegalArgumentException().isThrownBy(() -> map(false));
    }

    @Test
    void arrowsTellWhatFlows() {
        Diagram diagram =
                new Diagram(
                        "Model",
                        List.of(IN, OUT),
                        List.of(new Diagram.Arrow("in", "out", "8 x 4")));

        assertThat(diagram.words()).isEqualTo("in → out (8 x 4)");
        assertThat(diagram.table().cell(0, 2)).isEqualTo("8 x 4");
        assertThat(diagram.size(700)).isEqualTo(new Size(700, 2 * 46 + 38 + 2));
        BufferedImage image = Figure.of(diagram).image();
        assertThat(Drawn.shows(image, Ink.BLUE.on(Theme.LIGHT))).isTrue();
        assertThat(Drawn.shows(image, Ink.RIGHT.on(Theme.LIGHT))).isTrue();
    }

    @Test
    void arrowsLeadBetweenBoxesThatAreThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Diagram(
                                        "m",
                                        List.of(IN),
                                        List.of(new Diagram.Arrow("in", "out", ""))))
                .withMessage("An arrow leads from \"in\" to \"out\"; the boxes are [in].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagram("m", List.of(IN, IN), List.of()))
                .withMessageContaining("each its own name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagram.Box("b", "", -1, 0, Ink.BLUE))
                .withMessageContaining("places start at 0");
    }
}
