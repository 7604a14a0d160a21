package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON with one spelling for one meaning. */
class CanonicalJsonTest {
    private record Size(int width, double share) {}

    @Test
    void keysAreSortedAndTwoSpacesALevel() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", true);
        inner.put("a", Arrays.asList(1, null, "x"));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("outer", inner);
        all.put("empty", Map.of());
        all.put("Big", new Size(3, 0.5));

        assertThat(CanonicalJson.write(all))
                .isEqualTo(
                        """
                        {
                          "Big": {
                            "share": 0.5,
                            "width": 3
                          },
                          "empty": {},
                          "outer": {
                            "a": [1, null, "x"],
                            "z": true
                          }
                        }
                        """);
    }

    @Test
    void theOrderOfInsertionDoesNotMatter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", 2);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);

        assertThat(CanonicalJson.write(one)).isEqualTo(CanonicalJson.write(other));
    }

    @Test
    void oneLineHasNoBreaksEvenWhereTextHas() {
        assertThat(CanonicalJson.line(Map.of("a", Map.of("b\"", "x\ny"))))
                .isEqualTo("{ \"a\": { \"b\\\"\": \"x\\ny\" } }");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "1.0E-4,0.0001",
        "20,20",
        "3.0000000000000004,3.0000000000000004",
        "2.0E-3,0.002",
        "1e300,1E+300",
        "4.9E-324,5E-324",
        "-1.5,-1.5",
        "0,0"
    })
    void doublesHaveTheFewestDigits(double value, String text) {
        assertThat(CanonicalJson.write(value)).isEqualTo(text + "\n");
    }

    @Property
    void parsingADoubleGivesItBack(@ForAll("doubles") double value) {
        String text = CanonicalJson.write(value);

        assertThat(Double.parseDouble(text) == value).as(text).isTrue();
        assertThat(CanonicalJson.read(text, Double.class) == value).as(text).isTrue();
    }

    @Provide
    Arbitrary<Double> doubles() {
        Arbitrary<Double> bits =
                Arbitraries.randomValue(random -> Double.longBitsToDouble(random.nextLong()));
        return Arbitraries.oneOf(bits, Arbitraries.doubles()).filter(Double::isFinite);
    }

    @Property
    void parsingTextGivesItBack(@ForAll String text) {
        assertThat(CanonicalJson.read(CanonicalJson.write(text), String.class)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.write(Map.of("a", List.of(value))))
                .withMessage("JSON has no number " + value);
    }

    @Test
    void flatPathsNameEveryValue() {
        String json =
                "{\"trainer\": {\"epochs\": 2, \"name\": \"a\"}, \"all\": [1, 2], \"x\": null}";

        assertThat(CanonicalJson.flat(json))
                .containsExactly(
                        Map.entry("all", "[1, 2]"),
                        Map.entry("trainer.epochs", "2"),
                        Map.entry("trainer.name", "a"),
                        Map.entry("x", "null"));
    }

    @Test
    void textThatIsNotJsonIsRefusedAndQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.flat("{\"a\": "))
                .withMessage("This is not the JSON expected: {\"a\": ");
    }
}
