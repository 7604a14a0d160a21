package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Names that somebody may have meant. */
class NearNamesTest {
    @Test
    void typingErrorsFindTheirName() {
        List<String> known = List.of("length", "epochs", "pairs", "learningRate");

        assertThat(NearNames.of("lenght", known)).containsExactly("length");
        assertThat(NearNames.of("epoch", known)).containsExactly("epochs");
        assertThat(NearNames.of("learningrate", known)).containsExactly("learningRate");
    }

    @Test
    void otherWordsAreNotOffered() {
        assertThat(NearNames.of("steps", List.of("pairs", "x"))).isEmpty();
        assertThat(NearNames.of("k", List.of("f", "g", "K"))).containsExactly("K");
        assertThat(NearNames.of("later", List.of("latex", "alter", "laters")))
                .containsExactlyInAnyOrder("alter", "laters");
    }

    @Property
    void distanceIsSymmetricAndZeroForTheSame(
            @ForAll @StringLength(max = 8) String a, @ForAll @StringLength(max = 8) String b) {
        assertThat(NearNames.distance(a, b)).isEqualTo(NearNames.distance(b, a));
        assertThat(NearNames.distance(a, a)).isZero();
    }
}
