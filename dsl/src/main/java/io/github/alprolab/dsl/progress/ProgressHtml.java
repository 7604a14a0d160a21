package io.github.alprolab.dsl.progress;

import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.show.Numbers;
import java.util.stream.Collectors;

/** A state of work as HTML: a bar, and the readings below it. */
public final class ProgressHtml {
    private ProgressHtml() {}

    /** Without script or style sheet. */
    public static String of(State state) {
        if (!state.counted()) {
            return "<div style=\"max-width:720px\"><b>%s</b> %s%s</div>"
                    .formatted(
                            Html.escape(state.title()), Html.escape(state.phase()), state.time());
        }
        String readings =
                state.readings().stream()
                        .map(
                                r ->
                                        "<span style=\"white-space:nowrap\"><span style=\"opacity:.65\">%s</span> <b>%s</b></span>"
                                                .formatted(
                                                        Html.escape(r.name()),
                                                        Html.escape(r.text())))
                        .collect(Collectors.joining("&emsp; "));
        return ("<div style=\"max-width:720px;font-variant-numeric:tabular-nums\"><div>"
                        + "<b>%s</b> %s · %s/%s %s%s</div><div style=\"height:8px;border-radius:4px;"
                        + "background:var(--jp-border-color2,#d8dee4);margin:4px 0\"><div style=\""
                        + "height:8px;border-radius:4px;background:rgb(0,114,178);width:%s%%\"></div>"
                        + "</div><div>%s</div></div>")
                .formatted(
                        Html.escape(state.title()),
                        Html.escape(state.phase()),
                        Numbers.whole(state.done()),
                        Numbers.whole(state.total()),
                        Html.escape(state.unit()),
                        state.time(),
                        Numbers.decimals(100 * state.share(), 1),
                        readings);
    }
}
