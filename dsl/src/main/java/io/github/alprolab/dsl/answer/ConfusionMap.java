package io.github.alprolab.dsl.answer;

import io.github.alprolab.dsl.figure.HeatMap;
import io.github.alprolab.dsl.figure.HeatMap.Axis;
import io.github.alprolab.dsl.figure.Matrix;
import io.github.alprolab.dsl.figure.Spread;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which answers are taken for which: rows are right answers, each row adds up to 1. */
public final class ConfusionMap {
    private static final String OTHERS = "others";

    private ConfusionMap() {}

    /**
     * For the most frequent right answers; all other answers share the last column.
     *
     * @param most at least 1
     */
    public static HeatMap of(GivenAnswers given, int most) {
        List<String> names = given.frequent().stream().limit(most).toList();
        long[][] counts = new long[names.size()][names.size() + 1];
        for (GivenAnswer answer : given.answers()) {
            int row = names.indexOf(answer.right());
            int column = names.indexOf(answer.answer());
            if (row >= 0) {
                counts[row][column < 0 ? names.size() : column]++;
            }
        }
        List<String> columns = new ArrayList<>(names);
        columns.add(OTHERS);
        return new HeatMap(
                "Answers taken for others · %s · the %d most frequent"
                        .formatted(given.split(), names.size()),
                new Axis("right answer", names, List.of()),
                new Axis("given answer", columns, List.of()),
                "share",
                List.of(),
                Matrix.of(shares(counts)),
                words(counts),
                Optional.of(new Spread(0, 1)),
                true);
    }

    private static double[][] shares(long[][] counts) {
        double[][] shares = new double[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            double sum = Arrays.stream(counts[row]).sum();
            shares[row] = Arrays.stream(counts[row]).mapToDouble(n -> n / sum).toArray();
        }
        return shares;
    }

    /** Counts in the cells, nothing in empty ones. */
    private static List<List<String>> words(long[][] counts) {
        return Arrays.stream(counts)
                .map(
                        row ->
                                Arrays.stream(row)
                                        .mapToObj(n -> n == 0 ? "" : Numbers.whole(n))
                                        .toList())
                .toList();
    }
}
