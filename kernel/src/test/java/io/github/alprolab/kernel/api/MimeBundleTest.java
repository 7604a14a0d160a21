package io.github.alprolab.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bundles do not change, and always have a text. */
class MimeBundleTest {
    private final MimeBundle plain = MimeBundle.plain("text");

    @Test
    void aBundleWithoutTextIsRefusedByName() {
        assertThatThrownBy(() -> new MimeBundle(Map.of("text/html", "<b>x</b>"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text/html")
                .hasMessageContaining("text/plain");
    }

    @Test
    void aTextOfNullIsRefused() {
        assertThatThrownBy(() -> MimeBundle.plain(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void oneMoreRepresentationIsACopy() {
        MimeBundle both = plain.and("text/html", "<b>text</b>");

        assertThat(both.data()).isEqualTo(Map.of("text/plain", "text", "text/html", "<b>text</b>"));
        assertThat(plain.data()).isEqualTo(Map.of("text/plain", "text"));
    }

    @Test
    void detailsAreACopyToo() {
        MimeBundle wide = plain.metadata("text/plain", Map.of("width", 3));

        assertThat(wide.metadata()).isEqualTo(Map.of("text/plain", Map.of("width", 3)));
        assertThat(wide.data()).isEqualTo(plain.data());
        assertThat(plain.metadata()).isEmpty();
    }

    @Test
    void theSameTypeAgainReplacesTheRepresentation() {
        assertThat(plain.and("text/plain", "other")).isEqualTo(MimeBundle.plain("other"));
    }

    @Test
    void detailsSurviveAnotherRepresentation() {
        MimeBundle bundle = plain.metadata("text/plain", Map.of("width", 3)).and("a/b", "c");

        assertThat(bundle.metadata()).containsKey("text/plain");
    }

    @Test
    void theMapsItWasMadeOfMayChangeLater() {
        Map<String, Object> data = new HashMap<>(Map.of("text/plain", "text"));
        Map<String, Object> metadata = new HashMap<>();
        MimeBundle bundle = new MimeBundle(data, metadata);
        data.clear();
        metadata.put("text/plain", "late");

        assertThat(bundle).isEqualTo(plain);
    }

    @Test
    void itsOwnMapsCannotBeChanged() {
        assertThatThrownBy(() -> plain.data().put("a/b", "c"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plain.metadata().put("a/b", "c"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
