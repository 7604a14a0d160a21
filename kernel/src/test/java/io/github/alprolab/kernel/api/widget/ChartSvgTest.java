package io.github.alprolab.kernel.api.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Lines as a drawing. */
class ChartSvgTest {
    @Property(tries = 300)
    void whateverTheNumbersAreADrawingIsXmlWithoutNumbersThatAreNone(
            @ForAll @Size(max = 20) List<Double> values, @ForAll String name) {
        List<double[]> points = new ArrayList<>(List.of(new double[] {0, 1}));
        values.forEach(v -> points.add(new double[] {points.size(), v}));

        String svg = ChartSvg.of("loss", Map.of("line " + printable(name), points));

        assertThatCode(() -> parse(svg)).doesNotThrowAnyException();
        assertThat(svg.replaceAll(">[^<]*<", "><")).doesNotContain("NaN", "Infinity");
    }

    @Test
    void theLastValueOfEachLineIsNamed() {
        List<double[]> falling = List.of(new double[] {1, 2}, new double[] {2, 0.123456});

        assertThat(ChartSvg.of("loss", Map.of("a <b>", falling)))
                .contains("a &lt;b&gt; 0.1235")
                .doesNotContain("<b>");
    }

    @Test
    void aNumberThatIsNoneLeavesAGap() {
        List<double[]> gap = new ArrayList<>();
        for (double y : new double[] {1, 2, Double.NaN, 2, 1}) {
            gap.add(new double[] {gap.size(), y});
        }

        assertThat(ChartSvg.of("", Map.of("line", gap)))
                .containsPattern("d=\"M[^MH\"]*M[^MH\"]*\"");
    }

    @Test
    void manyPointsAreADrawingOfBoundedLength() {
        List<double[]> many = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            many.add(new double[] {i, Math.sin(i)});
        }

        assertThat(ChartSvg.of("", Map.of("line", many))).hasSizeLessThan(50_000);
    }

    @Test
    void numbersHaveFourDigitsThatTellThem() {
        assertThat(List.of(0.30000000000000004, 1234567.0, 1.5e-7, 0.1, -2.0, 0.0))
                .extracting(ChartSvg::number)
                .containsExactly("0.3", "1234567", "1.5e-07", "0.1", "-2", "0");
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\p{L}<>&\"']", "");
    }

    private static void parse(String svg) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }
}
