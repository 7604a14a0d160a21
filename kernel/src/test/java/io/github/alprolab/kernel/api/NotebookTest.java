package io.github.alprolab.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The functions that cells call by their bare names. */
class NotebookTest {
    private record Shown(MimeBundle bundle, String id, boolean update) {}

    private final List<Shown> shown = new ArrayList<>();

    @BeforeEach
    void connect() {
        Notebook.connect(
                new Notebook.Screen() {
                    @Override
                    public MimeBundle render(Object value) {
                        return MimeBundle.plain("rendered " + value);
                    }

                    @Override
                    public void show(MimeBundle bundle, String displayId, boolean update) {
                        shown.add(new Shown(bundle, displayId, update));
                    }
                });
    }

    @AfterEach
    void disconnect() {
        Notebook.connect(null);
    }

    @Test
    void aValueIsShownUnderTheReturnedId() {
        String id = Notebook.display(42);
        assertThat(shown).containsExactly(new Shown(MimeBundle.plain("rendered 42"), id, false));
    }

    @Test
    void everyDisplayHasAnIdOfItsOwn() {
        String one = Notebook.display("a");
        String two = Notebook.display("a");

        assertThat(one).isNotEqualTo(two);
        assertThat(shown).extracting(Shown::id).containsExactly(one, two);
    }

    @Test
    void anUpdateReplacesUnderTheSameId() {
        String id = Notebook.display("one");
        Notebook.updateDisplay(id, "two");

        assertThat(shown.get(1)).isEqualTo(new Shown(MimeBundle.plain("rendered two"), id, true));
    }

    @Test
    void renderingShowsNothing() {
        assertThat(Notebook.render(null)).isEqualTo(MimeBundle.plain("rendered null"));
        assertThat(shown).isEmpty();
    }
}
