package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.progress.Pace;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.ProgressHtml;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.kernel.api.KernelServices;
import io.github.alprolab.kernel.api.LiveDisplay;
import io.github.alprolab.kernel.api.MimeBundle;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One output that is replaced in place: numbers four times a second, the chart every second one.
 */
final class NotebookProgress implements Progress {
    private static final int EVERY = 250;
    private static final int CHART_EVERY = 2000;

    private record News(State state, Supplier<Optional<Figure>> chart) {}

    private final KernelServices services;
    private final KernelServices.Registration interrupts;
    private final Pace pace;
    private final Pace chartPace;
    private Optional<LiveDisplay> display = Optional.empty();
    private Optional<News> latest = Optional.empty();
    private Optional<News> unshown = Optional.empty();
    private String chart = "";

    NotebookProgress(KernelServices services, LongSupplier nanos) {
        this.services = services;
        this.pace = new Pace(EVERY, nanos);
        this.chartPace = new Pace(CHART_EVERY, nanos);
        // The training asks stopRequested() after every step; there is nothing more to tell it.
        this.interrupts = services.onInterrupt(() -> {});
    }

    @Override
    public void show(State state, Supplier<Optional<Figure>> picture) {
        latest = Optional.of(new News(state, picture));
        unshown = latest;
        if (pace.due()) {
            flush(chartPace.due());
        }
    }

    @Override
    public void now(State state) {
        latest = Optional.of(new News(state, latest.map(News::chart).orElse(Optional::empty)));
        unshown = latest;
        flush(false);
    }

    @Override
    public void note(String line) {
        services.display(MimeBundle.plain(line));
    }

    @Override
    public boolean stopRequested() {
        return services.interruptRequested();
    }

    @Override
    public void close() {
        unshown = latest;
        flush(true);
        interrupts.close();
    }

    private void flush(boolean redraw) {
        unshown.ifPresent(
                news -> {
                    if (redraw) {
                        chart = news.chart().get().map(NotebookProgress::image).orElse("");
                    }
                    put(news.state());
                });
        unshown = Optional.empty();
    }

    private void put(State state) {
        MimeBundle bundle =
                MimeBundle.plain(state.line()).and(Part.HTML, ProgressHtml.of(state) + chart);
        if (display.isPresent()) {
            display.get().update(bundle);
        } else {
            display = Optional.of(services.display(bundle));
        }
    }

    private static String image(Figure figure) {
        return figure.show().parts().stream()
                .filter(part -> part.mimeType().startsWith("image/"))
                .findFirst()
                .map(
                        part ->
                                "<img alt=\"curves so far\" width=\""
                                        + figure.size().width()
                                        + "\" src=\"data:"
                                        + part.mimeType()
                                        + ";base64,"
                                        + part.content()
                                        + "\">")
                .orElse("");
    }
}
