package io.github.alprolab.dsl.answer;

import io.github.alprolab.dsl.figure.HeatMap;
import io.github.alprolab.dsl.figure.Matrix;
import java.util.ArrayList;
import java.util.List;

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
        double[][] counts = new double[names.size()][names.size() + 1];
        for (GivenAnswer answer : given.answers()) {
            int row = names.indexOf(answer.right());
            int column = names.indexOf(answer.answer());
            if (row >= 0) {
                counts[row][column < 0 ? names.size() : column]++;
            }
        }
        List<String> columns = new ArrayList<>(names);
        columns.add(OTHERS);
        return HeatMap.confusion(
                "Answers taken for others · %s · the %d most frequent"
                        .formatted(given.split(), names.size()),
                names,
                columns,
                Matrix.of(counts));
    }
}
