package io.github.alprolab.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.Displayable;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Values as a notebook shows them. */
class DisplayersTest {
    private static final Displayers DISPLAYERS = new Displayers(List.of());

    record Point(int x, String name) {}

    private static Map<String, Object> data(Object value) {
        return DISPLAYERS.render(Optional.ofNullable(value)).data();
    }

    private static String text(Object value) {
        return (String) data(value).get("text/plain");
    }

    private static String html(Object value) {
        return (String) data(value).get("text/html");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aValueWithoutPictureIsItsText() {
        assertThat(data(42)).isEqualTo(Map.of("text/plain", "42"));
        assertThat(data("<b>")).isEqualTo(Map.of("text/plain", "<b>"));
        assertThat(data(null)).isEqualTo(Map.of("text/plain", "null"));
        assertThat(data(List.of(1, 2))).isEqualTo(Map.of("text/plain", "[1, 2]"));
        assertThat(data(List.of())).isEqualTo(Map.of("text/plain", "[]"));
    }

    @Property(tries = 200)
    void theTextOfSmallCollectionsIsTheirOwn(
            @ForAll List<List<Integer>> lists, @ForAll Map<String, Integer> map) {
        assertThat(PlainText.of(lists)).isEqualTo(lists.toString());
        assertThat(PlainText.of(map)).isEqualTo(map.toString());
        assertThat(PlainText.of(lists.toArray())).isEqualTo(lists.toString());
    }

    @Test
    void tablesShowFirstAndLastRowsTypesAndTotal() {
        Table table =
                Table.create(
                        "Runs",
                        IntColumn.create("step", IntStream.range(0, 250).toArray()),
                        DoubleColumn.create("loss", new double[250]),
                        StringColumn.create(
                                "<who>", Stream.generate(() -> "<b>&").limit(250).toList()));
        String html = html(table);
        String first = html.substring(0, html.indexOf("</table>"));
        assertThat(first).contains("INTEGER", "DOUBLE", "STRING", "<td>0</td>", "<td>249</td>");
        assertThat(first).doesNotContain("<td>100</td>").contains("225 more");
        assertThat(count(first, "<tr>")).isEqualTo(1 + 20 + 1 + 5);
        assertThat(html).contains("250 rows × 3 columns", "<b>Runs</b>");
        assertThat(html).contains("&lt;who&gt;", "&lt;b&gt;&amp;").doesNotContain("<who>", "<b>&");
        assertThat(html).contains("<summary>rows 20 to 119</summary>", "<td>100</td>");
        assertThat(count(html, "<details>")).isEqualTo(3);
        assertThat(text(table)).contains("step", "250 rows × 3 columns");
        assertThat(html).doesNotContain("<script");
    }

    @Test
    void aVeryLongTableStaysSmall() {
        Table table = Table.create(IntColumn.create("n", IntStream.range(0, 1_000_000).toArray()));
        assertThat(html(table))
                .hasSizeLessThan(3_000_000)
                .contains("1,000,000 rows × 1 column")
                .contains("rows 5,020 to 999,994 are left out", "<td>999999</td>");
        assertThat(text(table)).hasSizeLessThan(10_000);
    }

    @Test
    void recordsAreRowsAndTheirComponentsColumns() {
        String html = html(List.of(new Point(1, "<a>"), new Point(2, "b")));
        assertThat(html).contains(">x</th>", ">name</th>", "<td>1</td>", "&lt;a&gt;");
        assertThat(html).contains("2 rows × 2 columns").doesNotContain("<details>");
        assertThat(html(new Point(7, "seven"))).contains("component", ">name<", ">seven<");
        assertThat(text(new Point(7, "seven"))).isEqualTo("Point[x=7, name=seven]");
    }

    @Test
    void mapsAndNestedRowsAreTables() {
        assertThat(html(Map.of("k<", 5))).contains(">key<", "k&lt;", ">5<");
        assertThat(html(List.of(Map.of("a", 1), Map.of("a", 2)))).contains(">a</th>", "<td>2</td>");
        assertThat(html(new double[][] {{1, 2, 3}, {4, 5, 6}})).contains(">2</th>", "<td>6.0</td>");
        assertThat(html(new int[][] {{1}, {}}))
                .contains("<td>1</td>", "<td></td>", "2 rows × 1 column");
    }

    @Test
    void aLongListOfPlainElementsIsATableToo() {
        List<String> words = IntStream.range(0, 60).mapToObj(i -> "word" + i).toList();
        assertThat(html(words)).contains("word0", "word59", "60 rows × 1 column");
        assertThat(html(words.toArray())).isEqualTo(html(words));
        assertThat(html(new ArrayList<>(Arrays.asList("a".repeat(200), null)))).contains(">null<");
    }

    @Test
    void whatContainsItselfEnds() {
        List<Object> self = new ArrayList<>(List.of(1));
        self.add(self);
        assertThat(text(self)).isEqualTo("[1, (itself)]");
        Object[] array = new Object[1];
        array[0] = array;
        assertThat(text(array)).isEqualTo("[(itself)]");
        assertThat(html(array)).hasSizeLessThan(2000);
    }

    @Test
    void whatIsHugeIsCut() {
        List<Integer> all = IntStream.range(0, 2_000_000).boxed().toList();
        assertThat(text(all)).hasSizeLessThan(10_000).endsWith(", … 2,000,000 in all]");
        assertThat(html(all)).hasSizeLessThan(3_000_000);
        assertThat(text("x".repeat(1_000_000))).hasSizeLessThan(101_000).endsWith("in all");
        assertThat(text(new int[3_000_000])).endsWith(", … 3,000,000 in all]");
        assertThat(html(new java.util.TreeSet<>(all))).contains("2,000,000 rows");
    }

    @Test
    void optionalsShowWhatIsInThemAndStreamsAreLeftAlone() {
        assertThat(text(Optional.of(5))).isEqualTo("Optional[5]");
        assertThat(data(Optional.of(new BufferedImage(2, 2, 1)))).containsKey("image/png");
        assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
        Stream<Integer> stream = Stream.of(1, 2);
        assertThat(text(stream)).contains(".toList()");
        assertThat(stream.toList()).containsExactly(1, 2);
    }

    @Test
    void chartsAreSvgAndPngOfDoubleResolution() throws IOException {
        XYChart chart = new XYChartBuilder().width(300).height(200).title("Loss").build();
        chart.addSeries("train", new double[] {1, 2, 3}, new double[] {3, 2, 1});
        MimeBundle shown = DISPLAYERS.render(Optional.of(chart));
        assertThat(shown.data()).containsEntry("text/plain", "Chart: Loss");
        BufferedImage png =
                ImageIO.read(
                        new ByteArrayInputStream(
                                Base64.getDecoder()
                                        .decode((String) shown.data().get("image/png"))));
        assertThat(png.getWidth()).isEqualTo(600);
        assertThat(shown.metadata().get("image/png")).isEqualTo(Map.of("width", 300));
        assertThat((String) shown.data().get("image/svg+xml")).contains("<svg", "</svg>");
    }

    @Test
    void picturesInCollectionsAreSmallOnes() {
        BufferedImage picture = new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB);
        assertThat(html(List.of(picture))).contains("width=\"160\" height=\"80\"");
    }

    @Test
    void anErrorInAValuesOwnCodeIsShownAsText() {
        Object bad =
                new Object() {
                    @Override
                    public String toString() {
                        throw new StackOverflowError("no");
                    }
                };
        assertThat(text(bad)).contains("own code fails: java.lang.StackOverflowError: no");
        assertThat(text(List.of(1, bad))).startsWith("[1, ").contains("StackOverflowError");
        List<Integer> broken =
                new AbstractList<>() {
                    @Override
                    public Integer get(int index) {
                        throw new IllegalStateException("lost");
                    }

                    @Override
                    public int size() {
                        return 200;
                    }
                };
        assertThat(text(broken)).contains("own code fails: java.lang.IllegalStateException: lost");
        Displayable worse =
                () -> {
                    throw new NoClassDefFoundError("gone");
                };
        assertThat(text(worse)).contains("showing it failed: java.lang.NoClassDefFoundError: gone");
    }

    @Test
    void anExtensionComesBeforeTheKernelAndMayFail() {
        Displayer<Number> fails =
                new Displayer<>() {
                    @Override
                    public Class<Number> type() {
                        return Number.class;
                    }

                    @Override
                    public MimeBundle display(Number value) {
                        if (value.intValue() == 0) {
                            throw new IllegalStateException("zero");
                        }
                        return MimeBundle.plain("number");
                    }
                };
        Displayers displayers = new Displayers(List.of(fails));
        assertThat(displayers.render(Optional.of(1)).data()).containsEntry("text/plain", "number");
        assertThat(displayers.render(Optional.of(0)).data().get("text/plain").toString())
                .isEqualTo("0\n(showing it failed: java.lang.IllegalStateException: zero)");
    }

    @Test
    void contentIsPassedOn() {
        assertThat(data(Content.markdown("**a**"))).containsEntry("text/markdown", "**a**");
        assertThat(data(Content.html("<b>a</b>"))).containsEntry("text/html", "<b>a</b>");
        assertThat(data(Content.latex("x^2"))).containsEntry("text/latex", "$$x^2$$");
        assertThat(data(Content.latex("$x$"))).containsEntry("text/latex", "$x$");
        assertThat(data(Content.json("{\"a\": [1]}")).get("application/json").toString())
                .isEqualTo("{\"a\":[1]}");
        assertThat(data(Content.json(Map.of("a", 1)))).containsKey("text/plain");
        assertThat(data(Content.svg("<svg/>"))).containsEntry("image/svg+xml", "<svg/>");
    }

    /** A class path without the libraries that the kernel can do without. */
    @Test
    void withoutTablesawAndXchartTheKernelShowsEverythingElse() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry :
                System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (!entry.contains("tablesaw") && !entry.contains("xchart")) {
                urls.add(java.nio.file.Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader poor =
                new URLClassLoader(
                        urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> poor.loadClass(Table.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> type = poor.loadClass(Displayers.class.getName());
            Object displayers = type.getConstructor(List.class).newInstance(List.of());
            Object shown =
                    type.getMethod("render", Optional.class)
                            .invoke(displayers, Optional.of(List.of(1, 2)));
            assertThat(shown.toString()).contains("[1, 2]");
        }
    }
}
