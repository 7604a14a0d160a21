package io.github.alprolab.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.kernel.api.Displayable;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who shows a value, and values that are only text. */
class DisplayersTest {
    private record Named<T>(Class<T> type, String name) implements Displayer<T> {
        @Override
        public MimeBundle display(T value) {
            return MimeBundle.plain(name);
        }
    }

    private final Displayers own = new Displayers(List.of());

    @Test
    void nullHasAText() {
        assertThat(own.render(Optional.empty())).isEqualTo(MimeBundle.plain("null"));
    }

    @Test
    void aValueIsItsText() {
        assertThat(text(own, List.of(1, 2))).isEqualTo("[1, 2]");
    }

    @Test
    void arraysAreShownByTheirElements() {
        assertThat(text(own, new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(text(own, new double[][] {{1}, {}})).isEqualTo("[[1.0], []]");
        assertThat(text(own, new Object[] {null, "a"})).isEqualTo("[null, a]");
    }

    @Test
    void aLongArrayIsCutAndCounted() {
        assertThat(text(own, new int[1000])).asString().endsWith("0, 0]");
        assertThat(text(own, new int[1001])).asString().endsWith("0, 0, … 1001 in all]");
    }

    @Test
    void aTextThatFailsFailsTheDisplay() {
        IllegalStateException failure = new IllegalStateException("no text");
        Object value =
                new Object() {
                    @Override
                    public String toString() {
                        throw failure;
                    }
                };

        assertThatThrownBy(() -> own.render(Optional.of(value))).isSameAs(failure);
    }

    @Test
    void aBundleIsShownAsItIs() {
        MimeBundle bundle = MimeBundle.plain("text").and("text/html", "<b>text</b>");

        assertThat(own.render(Optional.of(bundle))).isSameAs(bundle);
    }

    @Test
    void aValueThatShowsItselfComesBeforeEveryDisplayer() {
        Displayable itself = () -> MimeBundle.plain("itself");

        assertThat(text(displayers(new Named<>(Object.class, "extension")), itself))
                .isEqualTo("itself");
    }

    @Test
    void anExtensionsDisplayerComesBeforeTheKernelsOwn() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

        assertThat(text(displayers(new Named<>(BufferedImage.class, "mine")), image))
                .isEqualTo("mine");
    }

    @Test
    void theFirstDisplayerThatFitsIsTaken() {
        Displayers several =
                displayers(
                        new Named<>(Integer.class, "whole"),
                        new Named<>(Number.class, "number"),
                        new Named<>(Long.class, "long"));

        assertThat(text(several, 1)).isEqualTo("whole");
        assertThat(text(several, 1L)).isEqualTo("number");
        assertThat(text(several, "1")).isEqualTo("1");
    }

    private static Displayers displayers(Displayer<?>... ofExtensions) {
        return new Displayers(List.of(ofExtensions));
    }

    private static Object text(Displayers displayers, Object value) {
        return displayers.render(Optional.of(value)).data().get("text/plain");
    }
}
