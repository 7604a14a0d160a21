package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.dsl.ClipPlayer;
import io.github.alprolab.dsl.crop.CropExplorer;
import io.github.alprolab.dsl.ranking.SearchBox;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.api.widget.FrameBox;
import io.github.alprolab.kernel.api.widget.Player;
import io.github.alprolab.kernel.api.widget.Widget;
import io.github.alprolab.kernel.api.widget.Widgets;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shows values that a reader can move as widgets where there is a page, else as they show
 * themselves.
 *
 * @param type the values
 * @param widget of one of them
 */
record WidgetDisplayer<T extends Shown>(Class<T> type, Function<T, Widget> widget)
        implements Displayer<T> {

    /** All of the DSL's. */
    static List<Displayer<?>> all() {
        return List.of(
                new WidgetDisplayer<>(ClipPlayer.class, WidgetDisplayer::player),
                new WidgetDisplayer<>(SearchBox.class, SearchWidget::new),
                new WidgetDisplayer<>(CropExplorer.class, ExplorerWidget::new));
    }

    @Override
    public MimeBundle display(T value) {
        return Notebook.comms().isPresent()
                ? widget.apply(value).display()
                : ShownDisplayer.bundle(value.show());
    }

    private static Player player(ClipPlayer clip) {
        List<BufferedImage> frames = clip.frames();
        IntStream places = IntStream.range(0, frames.size());
        return Widgets.player(frames, clip.framesPerSecond())
                .caption(clip.caption())
                .boxes(places.boxed().flatMap(f -> boxes(clip, f)).toList());
    }

    private static Stream<FrameBox> boxes(ClipPlayer clip, int frame) {
        return clip.boxes(frame).stream().map(box -> box(frame, box));
    }

    private static FrameBox box(int frame, EntityBox box) {
        return new FrameBox(frame, box.entity(), box.left(), box.top(), box.width(), box.height());
    }
}
