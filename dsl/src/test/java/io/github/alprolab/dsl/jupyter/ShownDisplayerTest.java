package io.github.alprolab.dsl.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.dsl.figure.Bars;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The DSL's values as a notebook stores them. */
class ShownDisplayerTest {
    private static final DataTable TABLE = DataTable.of("<Losses>").whole("n", List.of(1));

    private static MimeBundle display(Shown value) {
        return new ShownDisplayer().display(value);
    }

    @Test
    void itShowsEverythingThatIsShown() {
        assertThat(new ShownDisplayer().type()).isEqualTo(Shown.class);
    }

    @Test
    void aTableIsTextAndHtmlWithoutDetails() {
        MimeBundle bundle = display(TABLE);

        assertThat(bundle.data()).containsOnlyKeys("text/plain", "text/html");
        assertThat(bundle.data()).containsEntry("text/plain", "<Losses>\nn\n1");
        assertThat((String) bundle.data().get("text/html")).contains("&lt;Losses&gt;");
        assertThat(bundle.metadata()).isEmpty();
    }

    @Test
    void aChartIsAPictureAndAnSvgWithItsSizeAndItsWords() {
        MimeBundle bundle = display(Figure.of(new Bars("Words", List.of())).size(200, 100));

        assertThat(bundle.data()).containsOnlyKeys("text/plain", "image/png", "image/svg+xml");
        assertThat((String) bundle.data().get("image/png")).startsWith("iVBORw0KGgo");
        Map<String, Object> details =
                Map.of("width", 200, "height", 100, "alt", "Bar chart “Words”.");
        assertThat(bundle.metadata())
                .isEqualTo(Map.of("image/png", details, "image/svg+xml", details));
    }

    @Test
    void headlineNumbersAreJsonNotText() {
        Object metrics = display(TABLE.metrics("{\"r1\": 0.5}")).data().get(Part.METRICS);

        assertThat(metrics)
                .isInstanceOfSatisfying(
                        JsonNode.class,
                        json -> {
                            assertThat(json.isObject()).isTrue();
                            assertThat(json.get("r1").doubleValue()).isEqualTo(0.5);
                        });
    }

    @Test
    void headlineNumbersThatAreNoJsonAreRefused() {
        DataTable broken = TABLE.metrics("{\"r1\": ");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> display(broken))
                .withMessage("This is not JSON: {\"r1\": ");
    }
}
