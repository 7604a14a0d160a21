package io.github.alprolab.datasets.gallery;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.EntityTruth;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All pictures of a clip side by side, which a style sheet moves past a window one by one. */
final class Film {
    private static final int SIDE = 64;

    private Film() {}

    static String of(Pair pair) {
        ClipSource clip = pair.clip();
        int count = clip.frameCount();
        Frames frames = clip.frames(IntStream.range(0, count).toArray(), SIDE);
        String boxes = pair.truth().map(truth -> boxes(truth, count)).orElse("");
        return String.format(
                Locale.ROOT,
                "<div class=\"clip\"><div class=\"film\" style=\"--n:%d;--rate:%.3f\">"
                        + "<img alt=\"\" src=\"data:image/jpeg;base64,%s\">%s</div></div>",
                count,
                clip.framesPerSecond(),
                Base64.getEncoder().encodeToString(FrameStrip.jpeg(frames)),
                boxes);
    }

    /** One rectangle for everything that is seen in a picture, in thousandths of its side. */
    private static String boxes(EntityTruth truth, int count) {
        String rectangles =
                IntStream.range(0, count)
                        .boxed()
                        .flatMap(t -> truth.at(t).stream().map(box -> rectangle(box, t)))
                        .collect(Collectors.joining());
        return "<svg viewBox=\"0 0 %d 1000\" preserveAspectRatio=\"none\">%s</svg>"
                .formatted(count * 1000, rectangles);
    }

    private static String rectangle(EntityBox box, int frame) {
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%s</title></rect>"
                .formatted(
                        1000 * frame + Math.round(1000 * box.left()),
                        Math.round(1000 * box.top()),
                        Math.round(1000 * box.width()),
                        Math.round(1000 * box.height()),
                        Html.escape(box.entity()));
    }
}
