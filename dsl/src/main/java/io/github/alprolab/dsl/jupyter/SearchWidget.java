package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.ranking.SearchBox;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.widget.Property;
import io.github.alprolab.kernel.api.widget.Widget;
import java.util.Base64;

/** A search box on the page: each text that is typed is looked for, one after the other. */
final class SearchWidget extends Widget {
    private final MimeBundle first;
    private final Property<String> words;
    private final Property<byte[]> picture;

    SearchWidget(SearchBox box) {
        super(Page.script("search-box.js"), Page.style());
        Figure found = box.search(box.text());
        Showing showing = found.show();
        this.first = ShownDisplayer.bundle(showing);
        this.words = property("words", showing.plain());
        this.picture = property("picture", jpeg(showing));
        property("text", box.text())
                .onChange(
                        text -> {
                            if (!text.isBlank()) { // while another one is typed
                                put(box.search(text).show());
                            }
                        });
    }

    private void put(Showing showing) {
        words.set(showing.plain());
        picture.set(jpeg(showing));
    }

    private static byte[] jpeg(Showing showing) {
        return Base64.getDecoder().decode(showing.part(Part.JPEG).orElseThrow().content());
    }

    @Override
    protected MimeBundle still() {
        return first;
    }
}
