package io.github.alprolab.dsl.comparison;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.BarSeries;
import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.GroupedBars;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.Line;
import io.github.alprolab.dsl.figure.Point;
import io.github.alprolab.dsl.figure.Spread;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.training.CurvePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bars and curves of what is compared. */
public final class ComparedFigures {
    private static final int MOST_LINES = 6;

    private ComparedFigures() {}

    /** A group of bars for each run, a bar for each metric. */
    public static GroupedBars bars(ComparedRuns runs, Metric first, Metric... more) {
        List<Metric> metrics = listed(first, more);
        List<BarSeries> series = new ArrayList<>();
        for (Metric metric : metrics) {
            List<Double> values = runs.values(metric);
            require(metric, values);
            series.add(new BarSeries(metric.title(), Ink.series(series.size()), values));
        }
        return new GroupedBars(
                titles(metrics) + runs.split(metrics.get(0)),
                runs.labels(),
                series,
                List.of(),
                shares(metrics, series),
                decimals(metrics));
    }

    /** The same of means over seeds, from the least to the greatest of them as error bars. */
    public static GroupedBars bars(Variants variants, Metric first, Metric... more) {
        List<Metric> metrics = listed(first, more);
        List<BarSeries> series = new ArrayList<>();
        for (Metric metric : metrics) {
            List<Repeated> all = variants.of(metric);
            List<Double> means = all.stream().map(Repeated::mean).toList();
            require(metric, means);
            boolean several = all.stream().allMatch(r -> r.values().size() > 1);
            series.add(
                    new BarSeries(
                            metric.title(),
                            Ink.series(series.size()),
                            means,
                            several
                                    ? all.stream().map(r -> Spread.of(r.values())).toList()
                                    : List.of()));
        }
        return new GroupedBars(
                (metrics.size() > 1 ? "" : titles(metrics) + " · ")
                        + variants.title()
                        + " · "
                        + variants.drawn(),
                variants.labels(),
                series,
                List.of(),
                shares(metrics, series),
                decimals(metrics));
    }

    private static List<Metric> listed(Metric first, Metric... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toList();
    }

    /** A curve for each run. */
    public static Figure curves(ComparedRuns runs, Metric metric) {
        List<Line> lines = new ArrayList<>();
        for (ComparedRun run : runs.runs()) {
            List<Point> points = CurvePoints.of(run.folder(), metric);
            if (!points.isEmpty()) {
                lines.add(new Line(run.label(), Ink.series(lines.size()), true, points));
            }
        }
        return drawn(metric.title() + " · VALIDATION", lines, metric);
    }

    /** A curve of means for each variant, with a band from the least to the greatest seed. */
    public static Figure curves(Variants variants, Metric metric) {
        List<Line> lines = new ArrayList<>();
        for (Variant variant : variants.variants()) {
            Map<Double, List<Double>> all = byPlace(variant.trained(), metric);
            List<Point> means = new ArrayList<>();
            all.forEach((x, ys) -> means.add(new Point(x, new Repeated(ys).mean())));
            List<Spread> band = all.values().stream().map(Spread::of).toList();
            boolean several = all.values().stream().anyMatch(ys -> ys.size() > 1);
            if (!means.isEmpty()) {
                Ink ink = Ink.series(lines.size());
                List<Spread> drawn = several ? band : List.of();
                lines.add(new Line(variant.label(), ink, true, means, drawn));
            }
        }
        String band = lines.stream().anyMatch(l -> !l.band().isEmpty()) ? " · mean and range" : "";
        return drawn(metric.title() + " · " + variants.title() + band, lines, metric);
    }

    private static Map<Double, List<Double>> byPlace(List<RunFolder> runs, Metric metric) {
        Map<Double, List<Double>> all = new TreeMap<>();
        for (RunFolder run : runs) {
            for (Point point : CurvePoints.of(run, metric)) {
                all.computeIfAbsent(point.x(), x -> new ArrayList<>()).add(point.y());
            }
        }
        return all;
    }

    /** One chart, or several beside each other where they are more than a reader can tell apart. */
    private static Figure drawn(String title, List<Line> lines, Metric metric) {
        if (lines.isEmpty()) {
            throw new AdviceException(
                    "C38",
                    metric.title() + " has no course over epochs in these runs.",
                    ".table() shows the figures they have");
        }
        List<Figure> charts = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            List<Line> some = lines.subList(from, Math.min(lines.size(), from + MOST_LINES));
            charts.add(
                    Figure.of(new Curves(title, "epoch", some, List.of(), OptionalDouble.empty())));
        }
        return charts.size() == 1 ? charts.get(0) : Figure.grid(1, charts.toArray(Figure[]::new));
    }

    private static void require(Metric metric, List<Double> values) {
        if (values.stream().allMatch(v -> Double.isNaN(v))) {
            throw new AdviceException(
                    "C38",
                    metric.title() + " is a figure of none of these runs.",
                    ".table() shows the figures they have");
        }
    }

    private static boolean shares(List<Metric> metrics, List<BarSeries> series) {
        return metrics.stream().allMatch(m -> m.kind() == Metric.Kind.REPORT)
                && series.stream()
                        .flatMap(s -> s.values().stream())
                        .allMatch(v -> Double.isNaN(v) || v <= 1);
    }

    /** Those of the metric that needs most. */
    private static int decimals(List<Metric> metrics) {
        return metrics.stream().mapToInt(Scored::decimals).max().orElse(0);
    }

    private static String titles(List<Metric> metrics) {
        return metrics.stream().map(Metric::title).collect(Collectors.joining(", "));
    }
}
