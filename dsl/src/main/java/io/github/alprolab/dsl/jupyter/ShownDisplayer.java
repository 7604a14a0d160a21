package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.Map;
import java.util.TreeMap;

/** Shows the DSL's values in a notebook. */
final class ShownDisplayer implements Displayer<Shown> {
    @Override
    public Class<Shown> type() {
        return Shown.class;
    }

    @Override
    public MimeBundle display(Shown value) {
        return bundle(value.show());
    }

    /** What the DSL shows in the kernel's terms. */
    static MimeBundle bundle(Showing showing) {
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
        return part.size().map(s -> more.metadata(part.mimeType(), details(part, s))).orElse(more);
    }

    /** JupyterLab reads the size, nbconvert and screen readers behind it the words too. */
    private static Map<String, Object> details(Part part, Size size) {
        Map<String, Object> all = new TreeMap<>();
        all.put("width", size.width());
        all.put("height", size.height());
        part.alt().ifPresent(alt -> all.put("alt", alt));
        return all;
    }
}
