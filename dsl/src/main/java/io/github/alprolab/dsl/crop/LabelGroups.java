package io.github.alprolab.dsl.crop;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Judged labels in groups, each with what holds of it. */
final class LabelGroups {
    private static final int QUARTERS = 4;

    private LabelGroups() {}

    /** Labels of one group. */
    private record Group(String name, List<JudgedLabel> labels) {
        double share(Predicate<JudgedLabel> what) {
            return LabelGroups.share(labels, what);
        }
    }

    /** Share of some labels; NaN of none. */
    static double share(List<JudgedLabel> labels, Predicate<JudgedLabel> what) {
        return labels.isEmpty()
                ? Double.NaN
                : (double) labels.stream().filter(what).count() / labels.size();
    }

    /** A row for each probability below which labels would be ignored. */
    static DataTable byThreshold(List<JudgedLabel> labels, double... thresholds) {
        List<Group> groups =
                Arrays.stream(thresholds)
                        .mapToObj(
                                t ->
                                        new Group(
                                                Numbers.decimals(t, 1),
                                                labels.stream()
                                                        .filter(l -> l.confidence() >= t)
                                                        .toList()))
                        .toList();
        return DataTable.of("Pseudo-labels by the probability below which they are ignored")
                .text("threshold", groups.stream().map(Group::name).toList())
                .share(
                        "ignored",
                        groups.stream()
                                .map(g -> 1 - (double) g.labels().size() / labels.size())
                                .toList())
                .share(
                        "top-1 of the rest",
                        groups.stream().map(g -> g.share(JudgedLabel::right)).toList());
    }

    /** Four groups of equal numbers, from the least value to the largest. */
    static DataTable byQuarters(
            String title, List<JudgedLabel> labels, ToDoubleFunction<JudgedLabel> value) {
        double[] sorted = labels.stream().mapToDouble(value).sorted().toArray();
        double[] edges = new double[QUARTERS + 1];
        for (int i = 0; i <= QUARTERS; i++) {
            edges[i] = sorted[Math.min(sorted.length - 1, i * sorted.length / QUARTERS)];
        }
        return byEdges(title, labels, value, edges);
    }

    /** Groups between edges, the last one with its upper edge; empty groups are left out. */
    static DataTable byEdges(
            String title,
            List<JudgedLabel> labels,
            ToDoubleFunction<JudgedLabel> value,
            double... edges) {
        List<Group> groups = new ArrayList<>();
        for (int i = 1; i < edges.length; i++) {
            double from = edges[i - 1];
            double to = edges[i];
            boolean last = i == edges.length - 1;
            List<JudgedLabel> some =
                    labels.stream()
                            .filter(l -> value.applyAsDouble(l) >= from)
                            .filter(l -> last || value.applyAsDouble(l) < to)
                            .toList();
            if (!some.isEmpty()) {
                groups.add(new Group(Numbers.percent(from) + " to " + Numbers.percent(to), some));
            }
        }
        return DataTable.of(title)
                .text("group", groups.stream().map(Group::name).toList())
                .whole("boxes", groups.stream().map(g -> g.labels().size()).toList())
                .share("top-1", groups.stream().map(g -> g.share(JudgedLabel::right)).toList())
                .share("top-5", groups.stream().map(g -> g.share(JudgedLabel::amongFive)).toList())
                .share("ignored", groups.stream().map(g -> g.share(JudgedLabel::ignored)).toList());
    }
}
