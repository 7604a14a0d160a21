package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.Map;

/** Shows the DSL's values in a notebook. */
final class ShownDisplayer implements Displayer<Shown> {
    @Override
    public Class<Shown> type() {
        return Shown.class;
    }

    @Override
    public MimeBundle display(Shown value) {
        Showing showing = value.show();
        MimeBundle bundle = MimeBundle.plain(showing.plain());
        for (Part part : showing.parts()) {
            bundle = with(bundle, part);
        }
        return bundle;
    }

    private static MimeBundle with(MimeBundle bundle, Part part) {
        Object content =
                part.mimeType().endsWith("json") ? JsonText.parse(part.content()) : part.content();
        MimeBundle more = bundle.and(part.mimeType(), content);
        return part.size().map(s -> more.metadata(part.mimeType(), size(s))).orElse(more);
    }

    private static Map<String, Object> size(Size size) {
        return Map.of("width", size.width(), "height", size.height());
    }
}
