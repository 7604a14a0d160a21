package io.github.alprolab.kernel.api.widget;

import io.github.alprolab.kernel.api.MimeBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines that grow while a cell runs. Points may come from any thread and as fast as they like: the
 * page gets a new drawing some thirty times a second at most.
 *
 * <pre>{@code
 * var chart = liveChart("loss");
 * display(chart);
 * for (int step = 1; step <= 1000; step++) { chart.add("train", step, loss(step)); }
 * }</pre>
 */
public final class LiveChart extends Widget {
    private final String title;
    private final Map<String, List<double[]>> lines = new LinkedHashMap<>();
    private final Property<String> drawing;
    private boolean drawsLater;

    /** Without a line yet. */
    LiveChart(String title) {
        super(Pages.script("live-chart.js"), Pages.style());
        this.title = title;
        this.drawing = property("drawing", ChartSvg.of(title, lines));
    }

    /**
     * One more point of a line, which begins with its first point. A number that is none leaves a
     * gap.
     *
     * @param x not less than the last of this line, as a chart of time has it
     */
    public LiveChart add(String line, double x, double y) {
        boolean draw;
        synchronized (this) {
            lines.computeIfAbsent(line, name -> new ArrayList<>()).add(new double[] {x, y});
            draw = !drawsLater;
            drawsLater = true;
        }
        if (draw) {
            WidgetTimer.soon(this::draw);
        }
        return this;
    }

    /** Begins again without lines. */
    public void clear() {
        synchronized (this) {
            lines.clear();
        }
        draw();
    }

    private void draw() {
        String drawn;
        synchronized (this) {
            drawsLater = false;
            drawn = ChartSvg.of(title, lines);
        }
        drawing.set(drawn);
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    protected MimeBundle still() {
        draw();
        return MimeBundle.plain(toString()).and("image/svg+xml", drawing.get());
    }

    @Override
    public synchronized String toString() {
        return lines.entrySet().stream()
                .map(e -> e.getKey() + " " + last(e.getValue()).orElse("–"))
                .collect(Collectors.joining(", ", title + ": ", ""));
    }

    private static Optional<String> last(List<double[]> points) {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(ChartSvg.number(points.get(points.size() - 1)[1]));
    }
}
