package io.github.alprolab.dsl.ranking;

import io.github.alprolab.dsl.figure.HeatMap;
import io.github.alprolab.dsl.figure.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * VTC's scores in an order in which what is alike lies together. Of several captions of a clip the
 * first is shown, so that right pairs lie on the diagonal.
 */
public final class SimilarityMap {
    private SimilarityMap() {}

    /** Of some clips, spread evenly over that order. */
    public static HeatMap of(Scores scores, int most) {
        List<String> names = scores.groups();
        List<Integer> all = order(scores, names);
        int count = Math.min(most, all.size());
        List<Integer> order =
                IntStream.range(0, count)
                        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                        .toList();
        return new HeatMap(
                "Similarity of %d texts and clips".formatted(count)
                        + (count < all.size() ? " of " + all.size() : "")
                        + (scores.truth().several() ? " · first captions" : "")
                        + (scores.ranking().match().isPresent() ? " · by VTC" : ""),
                "texts",
                "clips",
                "cosine / τ",
                groups(order.stream().map(names::get).toList()),
                values(scores, order));
    }

    private static Matrix values(Scores scores, List<Integer> clips) {
        double[][] similarity = scores.ranking().similarity();
        List<Integer> texts = scores.firstTexts();
        return Matrix.of(
                clips.stream()
                        .map(i -> similarity[texts.get(i)])
                        .map(row -> clips.stream().mapToDouble(j -> row[j]).toArray())
                        .toArray(double[][]::new));
    }

    private static List<Integer> order(Scores scores, List<String> groups) {
        return IntStream.range(0, scores.pairs().size())
                .boxed()
                .sorted(
                        Comparator.comparing((Integer i) -> groups.get(i))
                                .thenComparing(i -> scores.pairs().get(i).captions().get(0)))
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
