package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws ranks with XChart, in bins of one for the first ten and of doubling width beyond. */
final class RankDrawing {
    /** Pixels that a label such as "≤ 256" needs. */
    private static final int LABEL = 40;

    private static final String SHARE = "share of queries";
    private static final String RECALL = "recall";
    private static final String CHANCE = "chance";
    private static final String MARKS = "R@1, R@5, R@10";

    private record Bin(int from, int to) {
        String label() {
            return from == to ? Integer.toString(from) : "≤ " + to;
        }
    }

    private RankDrawing() {}

    static void paint(RankHistogram histogram, Graphics2D graphics, Size size, Theme theme) {
        Legend legend = legend(histogram, theme);
        ChartStyle.paint(legend, rest -> chart(histogram, rest, theme), graphics, size, theme);
    }

    /** Recall stands here, where no curve runs through it. */
    private static Legend legend(RankHistogram histogram, Theme theme) {
        String recall =
                marked(histogram)
                        .mapToObj(k -> "R@" + k + " " + Numbers.percent(histogram.recall(k)))
                        .collect(Collectors.joining(" · ", RECALL + ": ", ""));
        Legend legend = new Legend();
        legend.add(SHARE, Ink.TEXT_TO_VIDEO.on(theme), 9, false);
        legend.add(recall, Ink.PLAIN.on(theme), ChartStyle.THICK, false);
        legend.add(CHANCE, theme.quiet(), ChartStyle.LEVEL, true);
        return legend;
    }

    private static IntStream marked(RankHistogram histogram) {
        return IntStream.of(1, 5, 10).filter(k -> k <= histogram.gallery());
    }

    private static CategoryChart chart(RankHistogram histogram, Size size, Theme theme) {
        List<Bin> bins = bins(histogram.gallery());
        CategoryChart chart = new CategoryChart(size.width(), size.height());
        style(chart.getStyler(), theme);
        chart.setXAxisTitle("rank of the right clip");
        series(chart, bins, SHARE, b -> histogram.recall(b.to()) - histogram.recall(b.from() - 1))
                .setFillColor(Ink.TEXT_TO_VIDEO.on(theme));
        CategorySeries chance =
                line(chart, bins, CHANCE, b -> (double) b.to() / histogram.gallery());
        ChartStyle.dashed(chance, theme.quiet());
        CategorySeries found = line(chart, bins, RECALL, b -> histogram.recall(b.to()));
        ChartStyle.solid(found, Ink.PLAIN.on(theme), ChartStyle.THICK);
        Set<Integer> marked = marked(histogram).boxed().collect(Collectors.toSet());
        series(
                        chart,
                        bins,
                        MARKS,
                        b -> marked.contains(b.to()) ? histogram.recall(b.to()) : Double.NaN)
                .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(Ink.PLAIN.on(theme));
        return chart;
    }

    private static void style(CategoryStyler styler, Theme theme) {
        ChartStyle.apply(styler, theme);
        styler.setOverlapped(true);
        styler.setAvailableSpaceFill(0.86);
        styler.setYAxisMin(0.0).setYAxisMax(1.0);
        styler.setYAxisTickLabelsFormattingFunction(y -> Math.round(y * 100) + " %");
        styler.setXAxisTickMarkSpacingHint(LABEL);
        styler.setYAxisTickMarkSpacingHint(45);
        styler.setPlotContentSize(0.98);
        styler.setMarkerSize(8);
    }

    private static List<Bin> bins(int gallery) {
        return IntStream.iterate(1, from -> from <= gallery, RankDrawing::next)
                .mapToObj(from -> new Bin(from, Math.min(gallery, next(from) - 1)))
                .toList();
    }

    private static int next(int from) {
        return from <= 10 ? from + 1 : (from - 1) * 2 + 1;
    }

    private static CategorySeries line(
            CategoryChart chart, List<Bin> bins, String name, ToDoubleFunction<Bin> value) {
        CategorySeries series = series(chart, bins, name, value);
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private static CategorySeries series(
            CategoryChart chart, List<Bin> bins, String name, ToDoubleFunction<Bin> value) {
        return chart.addSeries(
                name,
                bins.stream().map(Bin::label).toList(),
                bins.stream().mapToDouble(value).boxed().toList());
    }
}
