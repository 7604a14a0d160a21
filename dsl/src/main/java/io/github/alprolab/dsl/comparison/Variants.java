package io.github.alprolab.dsl.comparison;

import io.github.alprolab.alpro.objective.Better;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Combinations of settings beside each other, as means over seeds.
 *
 * @param title what was varied
 * @param axes names of the columns that say what a variant is
 * @param variants in the order they are shown
 * @param full the one that the others are compared with, where there is one
 */
public record Variants(String title, List<String> axes, List<Variant> variants, OptionalInt full) {
    /** Kinds that are compared before the losses, which other objectives make incomparable. */
    private static final Set<Metric.Kind> SHOWN =
            Set.of(Metric.Kind.RECALL, Metric.Kind.REPORT, Metric.Kind.TOTAL);

    /** In this order. */
    public Variants {
        axes = List.copyOf(axes);
        variants = List.copyOf(variants);
    }

    /**
     * A row a variant: what it is, mean ± standard deviation of each figure, and how its first
     * figure differs from that of the full one.
     */
    public DataTable table() {
        DataTable table = DataTable.of(title + " · " + measured());
        for (int axis = 0; axis < axes.size(); axis++) {
            int place = axis;
            table = table.text(axes.get(axis), each(v -> v.values().get(place)));
        }
        List<Metric> metrics = metrics();
        for (Metric metric : metrics) {
            table = table.text(metric.title(), each(v -> v.of(metric).text(metric)));
        }
        if (full.isPresent() && !metrics.isEmpty()) {
            Metric first = metrics.get(0);
            table = table.text("Δ " + first.title(), each(v -> delta(v, first)));
        }
        return table;
    }

    private String delta(Variant variant, Metric metric) {
        Variant best = variants.get(full.getAsInt());
        double own = variant.of(metric).mean();
        double reference = best.of(metric).mean();
        if (variant.equals(best)) {
            return "full";
        }
        return Double.isNaN(own) || Double.isNaN(reference)
                ? "–"
                : ScoreDifference.signed(metric, reference, own);
    }

    /** Split, number of items and of seeds, in words. */
    String measured() {
        int seeds = seeds();
        return where()
                + (seeds > 1
                        ? " · mean ± standard deviation of " + seeds + " seeds"
                        : " · one seed");
    }

    /** The same above bars, whose error bars reach from the least to the greatest seed. */
    String drawn() {
        return where() + (seeds() > 1 ? " · mean and range of " + seeds() + " seeds" : "");
    }

    private int seeds() {
        return variants.stream().mapToInt(v -> v.scored().size()).max().orElse(0);
    }

    private String where() {
        return variants.stream()
                .flatMap(v -> v.figures().stream())
                .findFirst()
                .map(Variants::where)
                .orElse("nothing was measured yet");
    }

    private static String where(Scored figure) {
        String items = figure.count() > 0 ? ", n = " + Numbers.whole(figure.count()) : "";
        return figure.split() + items;
    }

    /** What all of them are compared by: what has a better side; text to video before the other. */
    List<Metric> metrics() {
        Set<Metric> all = new LinkedHashSet<>();
        variants.forEach(v -> v.figures().forEach(s -> all.add(s.metric())));
        return all.stream()
                .filter(m -> SHOWN.contains(m.kind()) && m.better() != Better.NEITHER)
                .filter(m -> !m.name().startsWith("VIDEO_TO_TEXT"))
                .filter(m -> !m.equals(Metric.MEAN_RANK))
                .toList();
    }

    private List<String> each(Function<Variant, String> text) {
        List<String> all = new ArrayList<>();
        variants.forEach(v -> all.add(text.apply(v)));
        return all;
    }

    /** Names of the variants in charts. */
    List<String> labels() {
        return variants.stream().map(Variant::label).toList();
    }

    /** A metric of each variant over its seeds. */
    List<Repeated> of(Metric metric) {
        return variants.stream().map(v -> v.of(metric)).toList();
    }
}
