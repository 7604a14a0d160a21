package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Matrices, and heat maps of them. */
class HeatMapTest {
    private static final Matrix VALUES = Matrix.of(new double[][] {{1, 0.5}, {-1, 0.25}});

    private static final Matrix CONFUSED = Matrix.of(new double[][] {{3, 1}, {0, 0}});

    private static HeatMap map(Matrix values) {
        List<HeatMap.Group> groups = List.of(new HeatMap.Group("circles", 2));
        return new HeatMap("Similarity", "texts", "clips", "cosine", groups, values);
    }

    @Test
    void aMatrixCopiesItsRows() {
        double[][] given = {{1, 2}, {3, 4}};
        Matrix matrix = Matrix.of(given);

        given[0][0] = 9;
        given[1] = new double[] {9, 9};

        assertThat(matrix.at(0, 0)).isEqualTo(1);
        assertThat(matrix).isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
    }

    @Test
    void raggedAndEmptyRowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
                .withMessage("A matrix has rows of equal length, at least one; given were 2 rows.");
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(new double[][] {{}}));
    }

    @Test
    void aMatrixKnowsItsBoundsAndMeans() {
        assertThat(VALUES.least()).isEqualTo(-1);
        assertThat(VALUES.most()).isEqualTo(1);
        assertThat(VALUES.diagonalMean()).isEqualTo(0.625);
        assertThat(VALUES.otherMean()).isEqualTo(-0.25);
        assertThat(Matrix.of(new double[][] {{7}}).otherMean()).isNaN();
    }

    @Test
    void theDiagonalOfAWideMatrixEndsWithItsRows() {
        Matrix wide = Matrix.of(new double[][] {{2, 5, 5}});

        assertThat(wide.diagonalMean()).isEqualTo(2);
        assertThat(wide.otherMean()).isEqualTo(5);
        assertThat(wide).hasToString("Matrix[1 x 3]");
    }

    @Test
    void wordsTellSizeBoundsAndMeans() {
        assertThat(map(VALUES).words())
                .isEqualTo(
                        "2 texts by 2 clips, cosine from -1.00 to 1.00;"
                                + " mean on the diagonal 0.63, elsewhere -0.25");
    }

    @Test
    void theTableHoldsEveryCellByRowAndColumn() {
        DataTable table = map(VALUES).table();

        assertThat(table.columns()).containsExactly("texts", "clips", "cosine");
        assertThat(table.rows()).isEqualTo(4);
        assertThat(List.of(table.cell(2, 0), table.cell(2, 1), table.cell(2, 2)))
                .containsExactly("1", "0", "-1.000");
    }

    @Test
    void theDrawingHasTheColoursOfLowAndHigh() {
        BufferedImage image = Figure.of(map(VALUES)).image();
        BufferedImage cells = image.getSubimage(0, 0, 1000, image.getHeight());

        assertThat(Drawn.shows(cells, new Color(0x440154))).isTrue();
        assertThat(Drawn.shows(cells, new Color(0xFDE725))).isTrue();
        assertThat(Drawn.colours(image)).isGreaterThan(100);
    }

    @Test
    void equalValuesAreDrawnWithoutDividingByZero() {
        Matrix equal = Matrix.of(new double[][] {{3, 3}, {3, 3}});

        assertThat(Drawn.shows(Figure.of(map(equal)).image(), new Color(0xFDE725))).isTrue();
    }

    @Test
    void theHeightFollowsTheShapeOfTheMatrix() {
        assertThat(large(8, 8).size(308)).isEqualTo(new Size(308, 230));
        assertThat(large(4, 8).size(308)).isEqualTo(new Size(308, 130));
        assertThat(large(40, 40).size(2000).height()).isEqualTo(550);
    }

    @Test
    void aLongUnitTakesRoomFromTheCellsAndIsNotCut() {
        HeatMap map =
                new HeatMap(
                        "m",
                        "texts",
                        "clips",
                        "share of the row, of all answers",
                        List.of(),
                        large(8, 8).values());
        BufferedImage image = Figure.of(map).title("").size(340, 300).image();

        assertThat(map.size(308).height()).isLessThan(large(8, 8).size(308).height());
        Set<Integer> edge = new HashSet<>();
        for (int y = 16; y < image.getHeight() - 16; y++) {
            edge.add(image.getRGB(image.getWidth() - 16, y));
        }
        assertThat(edge).as("paper alone").hasSize(1);
    }

    @Test
    void cellsOfSmallMatricesStaySmall() {
        assertThat(large(2, 2).size(2000).height()).isEqualTo(2 * 48 + 30);
    }

    @Test
    void rowsOfAConfusionAddUpToOneAndTellTheirCounts() {
        HeatMap map =
                HeatMap.confusion(
                        "c", List.of("left", "right"), List.of("left", "right"), CONFUSED);

        assertThat(map.values()).isEqualTo(Matrix.of(new double[][] {{0.75, 0.25}, {0, 0}}));
        assertThat(map.written()).containsExactly(List.of("3", "1"), List.of("", ""));
        assertThat(map.scale()).contains(new Spread(0, 1));
        assertThat(map.table().columns())
                .containsExactly("right answer", "given answer", "share", "written");
        assertThat(map.table().cell(1, 1)).isEqualTo("right");
    }

    @Test
    void whatNeverHappensHasNoColour() {
        HeatMap map =
                HeatMap.confusion("", List.of("left", "right"), List.of("left", "right"), CONFUSED);
        BufferedImage image = Figure.of(map).title("").image();

        assertThat(Drawn.shows(image, Sequential.at(0.75))).isTrue();
        Color nothing = Sequential.at(0);
        assertThat(Drawn.shows(image.getSubimage(0, 0, 300, 200), nothing)).isFalse();
    }

    @Test
    void picturesAndNamesOfAnAxisMakeTheMapLargerAndAreDrawn() {
        HeatMap plain = large(4, 4);
        HeatMap pictured = plain.columnThumbnails(Collections.nCopies(4, Drawn.plain(Color.RED)));
        HeatMap named = plain.columnNames(List.of("a", "b", "c", "a long name"));

        assertThat(pictured.size(700).height()).isEqualTo(plain.size(700).height() + 47);
        assertThat(named.size(700).height()).isGreaterThan(plain.size(700).height() + 30);
        assertThat(Drawn.shows(Figure.of(pictured).image(), Color.RED)).isTrue();
        assertThat(Drawn.shows(Figure.of(plain).image(), Color.RED)).isFalse();
    }

    @Test
    void namesAreGivenForAllRowsOrForNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> large(4, 4).rowNames(List.of("a")))
                .withMessage(
                        "The heat map \"m\" has 4 rows and 4 columns;"
                                + " names, pictures and words are given for all of them or for none.");
    }

    @Test
    void valuesStandInTheirCellsInBlackOrWhite() {
        HeatMap written = map(VALUES).written(1);

        assertThat(written.written())
                .containsExactly(List.of("1.0", "0.5"), List.of("-1.0", "0.3"));
        assertThat(Sequential.over(Sequential.at(0))).isEqualTo(Color.BLACK);
        assertThat(Sequential.over(Sequential.at(1))).isEqualTo(Color.WHITE);
    }

    @Test
    void aGivenScaleMakesMapsComparable() {
        HeatMap half = map(Matrix.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}})).scale(0, 1);
        BufferedImage image = Figure.of(half).image();

        assertThat(image.getRGB(image.getWidth() / 2 - 400, 120))
                .isEqualTo(Sequential.at(0.5).getRGB());
    }

    @Test
    void rightPairsAreFramedWhereThatIsWished() {
        HeatMap map = map(Matrix.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}})).scale(0, 1);
        assertThat(Drawn.shows(Figure.of(map).image(), Color.BLACK)).isFalse();
        assertThat(Drawn.shows(Figure.of(map.rightFramed()).image(), Color.BLACK)).isTrue();
        assertThat(map.rightFramed().written(1).framed()).isTrue();
    }

    private static HeatMap large(int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            values[i][0] = i;
        }
        return new HeatMap("m", "texts", "clips", "cosine", List.of(), Matrix.of(values));
    }

    @Test
    void sharesOutsideTheScaleTakeItsEnds() {
        assertThat(Sequential.at(-1)).isEqualTo(Sequential.at(0)).isEqualTo(new Color(0xFDE725));
        assertThat(Sequential.at(2)).isEqualTo(Sequential.at(1)).isEqualTo(new Color(0x440154));
        assertThat(Sequential.at(1 / 9.0)).isEqualTo(new Color(0xB5DE2B));
    }
}
