package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several bars for each of some things: comparisons and ablations, with error bars where there are
 * several seeds. The groups stand below each other, so that long names can be read.
 *
 * @param title quantity and number of items
 * @param groups names of what is compared, such as runs or variants
 * @param series at most 6, each with a value for every group
 * @param references dashed levels such as chance
 * @param percent whether the values are shares of 0 to 1, to be written as percent
 * @param decimals that other values are written with
 */
public record GroupedBars(
        String title,
        List<String> groups,
        List<BarSeries> series,
        List<Reference> references,
        boolean percent,
        int decimals)
        implements Picture {
    private static final int MOST_SERIES = 6;
    private static final int USUAL = 3;

    public GroupedBars {
        groups = List.copyOf(groups);
        series = List.copyOf(series);
        references = List.copyOf(references);
        if (series.size() > MOST_SERIES) {
            throw new IllegalArgumentException(
                    series.size()
                            + " series of bars are given; one chart shows at most 6. Use"
                            + " Figure.grid for small multiples.");
        }
        for (BarSeries bars : series) {
            if (bars.values().size() != groups.size()) {
                throw new IllegalArgumentException(
                        "The bars \"%s\" have %d values; there are %d groups."
                                .formatted(bars.name(), bars.values().size(), groups.size()));
            }
        }
    }

    /** With three decimals. */
    public GroupedBars(
            String title,
            List<String> groups,
            List<BarSeries> series,
            List<Reference> references,
            boolean percent) {
        this(title, groups, series, references, percent, USUAL);
    }

    @Override
    public String kind() {
        return "Grouped bars";
    }

    @Override
    public Size size(int width) {
        return BarRows.size(rows(), references, width);
    }

    @Override
    public String words() {
        return IntStream.range(0, groups.size())
                .mapToObj(i -> groups.get(i) + ": " + words(i))
                .collect(Collectors.joining("; "));
    }

    private String words(int group) {
        return series.stream()
                .map(s -> s.name() + " " + text(s.values().get(group)))
                .collect(Collectors.joining(", "));
    }

    /** Group, series and value of each bar, and its spread where there is one. */
    @Override
    public DataTable table() {
        List<String> names = new ArrayList<>();
        groups.forEach(g -> series.forEach(s -> names.add(g)));
        List<String> bars = new ArrayList<>();
        groups.forEach(g -> series.forEach(s -> bars.add(s.name())));
        DataTable table = DataTable.of(title).text("group", names).text("bar", bars);
        DataTable values = numbers(table, "value", this::value);
        return series.stream().allMatch(s -> s.spreads().isEmpty())
                ? values
                : numbers(
                        numbers(values, "lowest", m -> spread(m, Spread::low)),
                        "highest",
                        m -> spread(m, Spread::high));
    }

    private record Place(BarSeries series, int group) {}

    private double value(Place place) {
        return place.series().values().get(place.group());
    }

    private double spread(Place place, ToDoubleFunction<Spread> end) {
        List<Spread> all = place.series().spreads();
        return all.isEmpty() ? Double.NaN : end.applyAsDouble(all.get(place.group()));
    }

    private DataTable numbers(DataTable table, String name, ToDoubleFunction<Place> value) {
        List<Double> all =
                IntStream.range(0, groups.size())
                        .boxed()
                        .flatMap(g -> series.stream().map(s -> new Place(s, g)))
                        .map(value::applyAsDouble)
                        .toList();
        return percent ? table.share(name, all) : table.number(name, all, 4);
    }

    private String text(double value) {
        return percent ? Numbers.percent(value) : Numbers.decimals(value, decimals);
    }

    private List<BarRows.Row> rows() {
        return IntStream.range(0, groups.size())
                .mapToObj(g -> new BarRows.Row(groups.get(g), "", bars(g)))
                .toList();
    }

    private List<BarRows.Entry> bars(int group) {
        return series.stream()
                .map(
                        s ->
                                new BarRows.Entry(
                                        s.values().get(group),
                                        text(s.values().get(group)),
                                        s.ink(),
                                        s.spreads().isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(s.spreads().get(group)),
                                        OptionalDouble.empty()))
                .toList();
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        Legend legend = new Legend();
        if (series.size() > 1) {
            series.forEach(s -> legend.add(s.name(), s.ink().on(theme), 9, false));
        }
        new BarRows(rows(), references, percent, legend).paint(new Brush(graphics, theme), size);
    }
}
