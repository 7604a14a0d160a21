package io.github.alprolab.dsl;

import io.github.alprolab.datasets.PairDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A data set that is mixed with those before it.
 *
 * @param data its clips and captions
 * @param share of the updates that show it; the others share the rest as before
 */
record Addition(PairDataset data, double share) {
    static boolean allowed(List<Addition> all) {
        return all.stream().allMatch(a -> a.share > 0 && a.share < 1);
    }

    /** The calls that add them. */
    static String calls(List<Addition> all) {
        return all.stream()
                .map(a -> ".and(" + a.data + ", " + a.share + ")")
                .collect(Collectors.joining());
    }

    static List<Map<String, Object>> json(List<Addition> all) {
        return all.stream()
                .map(a -> Map.<String, Object>of("name", a.data.name(), "share", a.share))
                .toList();
    }

    static String words(List<Addition> all) {
        return all.isEmpty()
                ? "none"
                : all.stream()
                        .map(a -> a.data.name() + ", " + a.share)
                        .collect(Collectors.joining("; "));
    }

    /** Of the updates: that of the first data sets, then that of each addition. */
    static List<Double> shares(List<Addition> all) {
        List<Double> shares = new ArrayList<>(List.of(1.0));
        for (Addition one : all) {
            shares.replaceAll(s -> s * (1 - one.share));
            shares.add(one.share);
        }
        return shares;
    }
}
