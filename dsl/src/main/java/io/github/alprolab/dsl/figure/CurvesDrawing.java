package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws curves with XChart, and the names of curves and levels directly beside them. */
final class CurvesDrawing {
    private CurvesDrawing() {}

    static void paint(Curves curves, Graphics2D graphics, Size size, Theme theme) {
        if (curves.lines().stream().allMatch(l -> l.points().isEmpty())) {
            new Brush(graphics, theme)
                    .quiet("No points yet")
                    .around(size.width() / 2.0, size.height() / 2.0, Brush.LABEL);
            return;
        }
        Span x = Span.of(xs(curves), 0.01);
        Span y = Span.of(ys(curves), 0.06);
        Legend legend = legend(curves, theme);
        ChartStyle.paint(legend, rest -> chart(curves, x, y, rest, theme), graphics, size, theme);
    }

    private static XYChart chart(Curves curves, Span x, Span y, Size size, Theme theme) {
        XYChart chart = new XYChart(size.width(), size.height());
        style(chart.getStyler(), theme);
        chart.getStyler().setXAxisMin(x.least()).setXAxisMax(x.most());
        chart.getStyler().setYAxisMin(y.least()).setYAxisMax(y.most());
        chart.getStyler().setYAxisDecimalPattern(y.width() < 0.5 ? "0.00" : "0.0");
        chart.setXAxisTitle(curves.xTitle());
        for (Reference reference : curves.references()) {
            level(chart, reference, x, theme);
        }
        curves.best().ifPresent(best -> best(chart, best, y, theme));
        curves.lines().stream()
                .filter(l -> !l.points().isEmpty())
                .forEach(line -> curve(chart, line, theme));
        return chart;
    }

    private static void style(XYStyler styler, Theme theme) {
        ChartStyle.apply(styler, theme);
        styler.setXAxisTickMarkSpacingHint(60);
        styler.setXAxisDecimalPattern("0.##");
        styler.setMarkerSize(5);
    }

    private static void curve(XYChart chart, Line line, Theme theme) {
        XYSeries series =
                chart.addSeries(
                        key(chart),
                        line.points().stream().mapToDouble(Point::x).toArray(),
                        line.points().stream().mapToDouble(Point::y).toArray());
        Color color = line.ink().on(theme);
        ChartStyle.solid(series, line.thick() ? color : faded(color), width(line));
        series.setMarkerColor(color);
        boolean marked = line.thick() && line.points().size() <= 40;
        series.setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }

    private static void level(XYChart chart, Reference reference, Span x, Theme theme) {
        XYSeries series =
                chart.addSeries(
                        key(chart),
                        new double[] {x.least(), x.most()},
                        new double[] {reference.value(), reference.value()});
        dashed(series, theme.quiet());
    }

    private static void best(XYChart chart, double best, Span y, Theme theme) {
        XYSeries series =
                chart.addSeries(
                        key(chart), new double[] {best, best}, new double[] {y.least(), y.most()});
        dashed(series, theme.quiet());
    }

    /** Names stand in the legend and may be equal; XChart wants others. */
    private static String key(XYChart chart) {
        return Integer.toString(chart.getSeriesCollection().size());
    }

    private static void dashed(XYSeries series, Color color) {
        ChartStyle.dashed(series, color);
        series.setMarker(SeriesMarkers.NONE);
    }

    private static Legend legend(Curves curves, Theme theme) {
        Legend legend = new Legend();
        for (Line line : curves.lines()) {
            Color color = line.ink().on(theme);
            legend.add(line.name(), line.thick() ? color : faded(color), width(line), false);
        }
        curves.references()
                .forEach(r -> legend.add(r.name(), theme.quiet(), ChartStyle.LEVEL, true));
        if (curves.best().isPresent()) {
            legend.add("best epoch", theme.quiet(), ChartStyle.LEVEL, true);
        }
        return legend;
    }

    private static float width(Line line) {
        return line.thick() ? ChartStyle.THICK : 1.1f;
    }

    private static Color faded(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 170);
    }

    private static Stream<Double> xs(Curves curves) {
        return curves.lines().stream().flatMap(l -> l.points().stream()).map(Point::x);
    }

    private static Stream<Double> ys(Curves curves) {
        return Stream.concat(
                curves.lines().stream().flatMap(l -> l.points().stream()).map(Point::y),
                curves.references().stream().map(Reference::value));
    }
}
