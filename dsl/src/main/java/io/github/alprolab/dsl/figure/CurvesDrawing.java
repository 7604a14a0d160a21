package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws curves with XChart, and the names of curves and levels directly beside them. */
final class CurvesDrawing {
    /** Curves are told apart by marker too. */
    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_UP, SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.CROSS
    };

    /** How much a band is seen, of 255. */
    private static final int BAND = 55;

    private CurvesDrawing() {}

    static void paint(Curves curves, Graphics2D graphics, Size size, Theme theme) {
        if (curves.lines().stream().allMatch(l -> l.points().isEmpty())) {
            new Brush(graphics, theme)
                    .quiet("No points yet")
                    .around(size.width() / 2.0, size.height() / 2.0, Brush.LABEL);
            return;
        }
        Span x = curves.logarithmic() ? Span.tenfolds(xs(curves)) : Span.of(xs(curves), 0.01);
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
        if (curves.logarithmic()) {
            chart.getStyler().setXAxisLogarithmic(true);
            chart.getStyler().setXAxisTickLabelsFormattingFunction(CurvesDrawing::tenfold);
        }
        chart.setXAxisTitle(curves.xTitle());
        curves.lines().stream()
                .filter(l -> !l.band().isEmpty())
                .forEach(line -> band(chart, line, theme));
        for (Reference reference : curves.references()) {
            level(chart, reference, x, theme);
        }
        curves.best().ifPresent(best -> best(chart, best, y, theme));
        int marked = 0;
        for (Line line : curves.lines()) {
            if (!line.points().isEmpty()) {
                curve(chart, line, MARKERS[marked % MARKERS.length], theme);
            }
            marked += line.thick() ? 1 : 0;
        }
        return chart;
    }

    private static void style(XYStyler styler, Theme theme) {
        ChartStyle.apply(styler, theme);
        styler.setXAxisTickMarkSpacingHint(60);
        styler.setXAxisDecimalPattern("0.##");
        styler.setMarkerSize(5);
    }

    /** Along the upper ends and back along the lower ones. */
    private static void band(XYChart chart, Line line, Theme theme) {
        int count = line.points().size();
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        for (int i = 0; i < count; i++) {
            x[i] = line.points().get(i).x();
            y[i] = line.band().get(i).high();
            x[2 * count - 1 - i] = x[i];
            y[2 * count - 1 - i] = line.band().get(i).low();
        }
        XYSeries series = chart.addSeries(key(chart), x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(seen(line.ink().on(theme), BAND));
        series.setLineStyle(Brush.stroke(0, false));
        series.setLineColor(seen(line.ink().on(theme), 0));
        series.setMarker(SeriesMarkers.NONE);
    }

    private static void curve(XYChart chart, Line line, Marker marker, Theme theme) {
        XYSeries series =
                chart.addSeries(
                        key(chart),
                        line.points().stream().mapToDouble(Point::x).toArray(),
                        line.points().stream().mapToDouble(Point::y).toArray());
        Color color = line.ink().on(theme);
        ChartStyle.solid(series, line.thick() ? color : faded(color), width(line));
        series.setMarkerColor(color);
        boolean marked = line.thick() && line.points().size() <= 40;
        series.setMarker(marked ? marker : SeriesMarkers.NONE);
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

    /** As it is typed: 1e-4, or 100. */
    private static String tenfold(double value) {
        int power = (int) Math.round(Math.log10(value));
        return Math.abs(power) < 3 ? Numbers.brief(Math.pow(10, power)) : "1e" + power;
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
        return seen(color, 170);
    }

    private static Color seen(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static Stream<Double> xs(Curves curves) {
        return curves.lines().stream().flatMap(l -> l.points().stream()).map(Point::x);
    }

    private static Stream<Double> ys(Curves curves) {
        return Stream.of(
                        curves.lines().stream().flatMap(l -> l.points().stream()).map(Point::y),
                        curves.lines().stream()
                                .flatMap(l -> l.band().stream())
                                .flatMap(s -> Stream.of(s.low(), s.high())),
                        curves.references().stream().map(Reference::value))
                .flatMap(all -> all);
    }
}
