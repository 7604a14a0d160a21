package io.github.alprolab.dsl;

import io.github.alprolab.dsl.figure.HeatMap;
import io.github.alprolab.dsl.figure.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Scores in an order in which what is alike lies together. */
final class SimilarityMap {
    private SimilarityMap() {}

    static HeatMap of(Scores scores, int most) {
        List<Integer> all = order(scores);
        int count = Math.min(most, all.size());
        List<Integer> order =
                IntStream.range(0, count)
                        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                        .toList();
        double[][] sorted =
                order.stream()
                        .map(i -> order.stream().mapToDouble(j -> scores.values()[i][j]).toArray())
                        .toArray(double[][]::new);
        return new HeatMap(
                "Similarity of %d texts and clips".formatted(count)
                        + (count < all.size() ? " of " + all.size() : ""),
                "texts",
                "clips",
                "cosine / τ",
                groups(order.stream().map(scores.groups()::get).toList()),
                Matrix.of(sorted));
    }

    private static List<Integer> order(Scores scores) {
        return IntStream.range(0, scores.ids().size())
                .boxed()
                .sorted(
                        Comparator.comparing((Integer i) -> scores.groups().get(i))
                                .thenComparing(i -> scores.captions().get(i)))
                .toList();
    }

    private static List<HeatMap.Group> groups(List<String> names) {
        if (names.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        List<HeatMap.Group> groups = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= names.size(); i++) {
            if (i == names.size() || !names.get(i).equals(names.get(start))) {
                groups.add(new HeatMap.Group(names.get(start), i - start));
                start = i;
            }
        }
        return groups;
    }
}
