package io.github.alprolab.dsl.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is shown as text at least, and once a type. */
class ShowingTest {
    private static final Part PICTURE = new Part(Part.PNG, "abc", Optional.of(new Size(3, 2)));

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void blankTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Showing.plain(text))
                .withMessage("A value is shown at least as text; none is given.");
    }

    @Test
    void textAloneHasNoOtherParts() {
        Showing showing = Showing.plain("seven");

        assertThat(showing.plain()).isEqualTo("seven");
        assertThat(showing.parts()).isEmpty();
        assertThat(showing.part(Part.HTML)).isEmpty();
    }

    @Test
    void aPartTakesThePlaceOfAnotherOfItsType() {
        Showing showing = Showing.plain("x").html("<b>1</b>").and(PICTURE).html("<b>2</b>");

        assertThat(showing.parts()).hasSize(2);
        assertThat(showing.part(Part.HTML).orElseThrow().content()).isEqualTo("<b>2</b>");
        assertThat(showing.part(Part.PNG)).contains(PICTURE);
    }

    @Test
    void addingAPartLeavesTheFirstShowingAsItWas() {
        Showing first = Showing.plain("x");

        first.and(PICTURE);

        assertThat(first.parts()).isEmpty();
    }

    @Test
    void partsAreCopied() {
        List<Part> parts = new ArrayList<>(List.of(PICTURE));
        Showing showing = new Showing("x", parts);

        parts.clear();

        assertThat(showing.parts()).containsExactly(PICTURE);
    }

    @Test
    void aPartNeedsTypeContentAndPerhapsASize() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Part(null, "x", Optional.empty()))
                .withMessage("mimeType");
        assertThatNullPointerException()
                .isThrownBy(() -> new Part(Part.HTML, null, Optional.empty()))
                .withMessage("content");
        assertThatNullPointerException()
                .isThrownBy(() -> new Part(Part.HTML, "x", null))
                .withMessage("size");
        assertThatNullPointerException().isThrownBy(() -> Showing.plain("x").and(null));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "-5,7"})
    void aSizeIsAtLeastOneByOne(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Size(width, height))
                .withMessage("A size is %d x %d; both are at least 1.", width, height);
        assertThat(new Size(1, 1).height()).isEqualTo(1);
    }
}
