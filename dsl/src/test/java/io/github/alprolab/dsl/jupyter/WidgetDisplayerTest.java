package io.github.alprolab.dsl.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Frame;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.ranking.SearchBox;
import io.github.alprolab.kernel.api.Comm;
import io.github.alprolab.kernel.api.CommMessage;
import io.github.alprolab.kernel.api.Comms;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values that a reader moves, as a page sees them. */
class WidgetDisplayerTest {
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";

    private final List<String> searched = new ArrayList<>();
    private final SearchBox box = new SearchBox("a dog", this::search);

    /** A page that remembers what it was sent. */
    private static final class Page implements Comms, Comm {
        final List<CommMessage> sent = new ArrayList<>();
        Consumer<CommMessage> receiver;

        @Override
        public Comm open(String target, CommMessage first) {
            sent.add(first);
            return this;
        }

        @Override
        public void register(String target, BiConsumer<Comm, CommMessage> opened) {}

        @Override
        public String id() {
            return "one";
        }

        @Override
        public String target() {
            return "jupyter.widget";
        }

        @Override
        public void send(CommMessage message) {
            sent.add(message);
        }

        @Override
        public void onMessage(Consumer<CommMessage> newReceiver) {
            receiver = newReceiver;
        }

        @Override
        public void onClose(Runnable closed) {}

        @Override
        public void moveHere() {}

        @Override
        public void close() {}
    }

    /** Cells with a page, or without one. */
    private record Screen(Optional<Comms> comms) implements Notebook.Screen {
        @Override
        public MimeBundle render(Object value) {
            return MimeBundle.plain(String.valueOf(value));
        }

        @Override
        public void show(MimeBundle bundle, String displayId, boolean update) {}
    }

    @AfterEach
    void leave() {
        Notebook.connect(new Screen(Optional.empty()));
    }

    private Figure search(String text) {
        searched.add(text);
        BufferedImage frame = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Strip strip = Strip.of("clip-1", "<b>a dog</b>", List.of(new Frame(frame, "0.0 s")));
        return Figure.of(new StripSheet("“" + text + "”", List.of(strip)));
    }

    private MimeBundle display() {
        return new WidgetDisplayer<>(SearchBox.class, SearchWidget::new).display(box);
    }

    @Test
    void withoutAPageAValueIsShownAsItShowsItself() {
        Notebook.connect(new Screen(Optional.empty()));

        assertThat(display().data()).containsOnlyKeys("text/plain", "image/jpeg");
    }

    @Test
    void withAPageThePictureStandsBesideTheWidgetAndNothingOfACaptionIsHtml() {
        Notebook.connect(new Screen(Optional.of(new Page())));

        assertThat(display().data()).containsOnlyKeys("text/plain", "image/jpeg", VIEW);
        assertThat(searched).containsExactly("a dog");
    }

    @Test
    void whatIsTypedIsLookedForAndBlanksAreNot() {
        Page page = new Page();
        Notebook.connect(new Screen(Optional.of(page)));
        display();

        page.receiver.accept(typed("a cat"));
        page.receiver.accept(typed("  "));

        assertThat(searched).containsExactly("a dog", "a cat");
        assertThat(page.sent.toString()).contains("“a cat”");
    }

    private static CommMessage typed(String text) {
        Map<String, Object> state = new HashMap<>(Map.of("text", text));
        return CommMessage.of(
                new HashMap<>(
                        Map.of("method", "update", "state", state, "buffer_paths", List.of())));
    }
}
