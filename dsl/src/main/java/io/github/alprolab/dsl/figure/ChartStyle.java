package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Size;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.style.AxesChartStyler;

/** What all charts drawn by XChart share: paper, type, grid, and the strokes of their series. */
final class ChartStyle {
    /** Thickness of a dashed level. */
    static final float LEVEL = 1.2f;

    /** Thickness of the curve that counts. */
    static final float THICK = 2.4f;

    private ChartStyle() {}

    /** A legend, and below it a chart of the size that is left. */
    static void paint(
            Legend legend,
            Function<Size, Chart<?, ?>> chart,
            Graphics2D graphics,
            Size size,
            Theme theme) {
        int top = legend.paint(new Brush(graphics, theme), size.width());
        Size rest = new Size(size.width(), Math.max(1, size.height() - top));
        Graphics2D below = (Graphics2D) graphics.create();
        below.translate(0, top);
        chart.apply(rest).paint(below, rest.width(), rest.height());
        below.dispose();
    }

    static void apply(AxesChartStyler styler, Theme theme) {
        styler.setChartBackgroundColor(theme.paper());
        styler.setPlotBackgroundColor(theme.paper());
        styler.setPlotBorderVisible(false);
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
        styler.setChartFontColor(theme.quiet());
        styler.setAxisTickLabelsFont(Brush.SMALL);
        styler.setAxisTitleFont(Brush.SMALL);
        styler.setAxisTickLabelsColor(theme.quiet());
        styler.setXAxisTitleColor(theme.quiet());
        styler.setYAxisTitleVisible(false);
        styler.setAxisTickMarksColor(theme.line());
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(theme.line());
        styler.setPlotGridLinesStroke(Brush.stroke(0.7f, false));
        styler.setYAxisTickMarkSpacingHint(34);
        styler.setChartPadding(2);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setLocale(Locale.ROOT);
    }

    static void solid(AxesChartSeries series, Color color, float width) {
        stroke(series, color, width, false);
    }

    static void dashed(AxesChartSeries series, Color color) {
        stroke(series, color, LEVEL, true);
    }

    private static void stroke(AxesChartSeries series, Color color, float width, boolean dashed) {
        series.setLineColor(color);
        series.setLineStyle(Brush.stroke(width, dashed));
    }
}
