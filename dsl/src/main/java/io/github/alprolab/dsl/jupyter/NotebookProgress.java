package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.progress.Pace;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.ProgressHtml;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.show.Part;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.kernel.api.KernelServices;
import io.github.alprolab.kernel.api.LiveDisplay;
import io.github.alprolab.kernel.api.MimeBundle;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One output that is replaced in place: numbers four times a second, the chart every second one,
 * drawn by another thread than the one that works.
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
    private final Executor painters;
    private final AtomicBoolean drawing = new AtomicBoolean();
    private volatile String chart = "";
    private volatile Optional<RuntimeException> failure = Optional.empty();

    NotebookProgress(KernelServices services, LongSupplier nanos) {
        this(services, nanos, NotebookProgress::painted);
    }

    /**
     * @param painters run what draws
     */
    NotebookProgress(KernelServices services, LongSupplier nanos, Executor painters) {
        this.services = services;
        this.painters = painters;
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
        try {
            unshown = latest;
            unshown.ifPresent(this::draw);
            flush(false);
        } finally {
            interrupts.close();
        }
    }

    private void flush(boolean redraw) {
        unshown.ifPresent(
                news -> {
                    if (redraw && drawing.compareAndSet(false, true)) {
                        painters.execute(() -> drawOnce(news));
                    }
                    put(news.state());
                });
        unshown = Optional.empty();
        failure.ifPresent(
                f -> {
                    throw f;
                });
    }

    /** A thread for a picture, of which there is one in two seconds. */
    private static void painted(Runnable picture) {
        Thread painter = new Thread(picture, "alpro-picture");
        painter.setDaemon(true);
        painter.start();
    }

    /** What fails is told by the next state, on the thread that works. */
    private void drawOnce(News news) {
        try {
            draw(news);
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        } finally {
            drawing.set(false);
        }
    }

    /** One at a time, so that the last one that is asked for is the last one to be there. */
    private synchronized void draw(News news) {
        chart = news.chart().get().map(NotebookProgress::image).orElse("");
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

    /** As strokes, which follow the page's theme and are half as large as pixels. */
    private static String image(Figure figure) {
        Showing showing = figure.show();
        return showing.part(Part.SVG)
                .map(svg -> image(figure, Part.SVG, base64(svg.content())))
                .or(() -> showing.part(Part.PNG).map(p -> image(figure, Part.PNG, p.content())))
                .orElse("");
    }

    private static String image(Figure figure, String type, String content) {
        return "<img alt=\"%s\" width=\"%d\" src=\"data:%s;base64,%s\">"
                .formatted(Html.escape(figure.alt()), figure.size().width(), type, content);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
