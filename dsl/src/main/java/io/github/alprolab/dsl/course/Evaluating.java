package io.github.alprolab.dsl.course;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.dsl.RetrievalRun;
import io.github.alprolab.dsl.Runs;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Level;
import io.github.alprolab.dsl.show.Numbers;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Unit 6: evaluation. */
final class Evaluating {
    private static final double GAIN = 10;

    private Evaluating() {}

    static Exercise<double[][]> ranks() {
        return Exercise.<double[][]>function("6.1 Ranks")
                .asks(
                        "Scores with a row for each caption and a column for each clip, right pairs on"
                                + " the diagonal: the rank of each caption's clip, 1 where it comes first.")
                .given(
                        "all right",
                        () -> new double[][] {{9, 1, 1}, {1, 9, 1}, {1, 1, 9}},
                        ranks(new double[][] {{9, 1, 1}, {1, 9, 1}, {1, 1, 9}}))
                .given("rows unlike columns", Evaluating::uneven, ranks(uneven()))
                .given("equal scores", Evaluating::tied, ranks(tied()))
                .mistake(
                        s -> RetrievalMetrics.ranks(RetrievalMetrics.transposed(s)),
                        "These are the ranks of captions for each clip, video → text. Compare within a row.")
                .mistake(
                        s -> Arrays.stream(RetrievalMetrics.ranks(s)).map(r -> r - 1).toArray(),
                        "The best rank is 1, not 0.")
                .mistake(
                        s -> counted(s, false),
                        "Equal scores: clips that stand before the right one and score the same come before it. A"
                                + " model that gives every pair the same score must not be perfect.")
                .mistake(
                        s -> counted(s, true),
                        "Equal scores keep the order of columns: only those before the right one count.")
                .hint(
                        "1 + the number of clips in the row with a larger score, and of those before it with an equal one.");
    }

    private static double[][] uneven() {
        return new double[][] {{5, 7, 6, 1}, {0, 8, 2, 9}, {3, 2, 1, 0}, {9, 9, 2, 9.5}};
    }

    private static double[][] tied() {
        return new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
    }

    private static Expected ranks(double[][] scores) {
        return Expected.numbers(
                0, Arrays.stream(RetrievalMetrics.ranks(scores)).asDoubleStream().toArray());
    }

    private static int[] counted(double[][] scores, boolean withEqual) {
        return IntStream.range(0, scores.length)
                .map(
                        i ->
                                1
                                        + (int)
                                                IntStream.range(0, scores.length)
                                                        .filter(j -> j != i)
                                                        .filter(
                                                                j ->
                                                                        scores[i][j] > scores[i][i]
                                                                                || withEqual
                                                                                        && scores[
                                                                                                        i][
                                                                                                        j]
                                                                                                == scores[
                                                                                                        i][
                                                                                                        i])
                                                        .count())
                .toArray();
    }

    static Exercise<double[][]> dualSoftmax() {
        return Exercise.<double[][]>function("6.2 Dual softmax")
                .asks(
                        "Scores with a row for each caption and a column for each clip: each score times"
                                + " the softmax of its column. All of it in one row of numbers.")
                .given("a clip that everybody wants", Evaluating::popular, dual(popular()))
                .given("three captions, two clips", Evaluating::wide, dual(wide()))
                .mistake(
                        s -> flat(softmax(s, true)),
                        "That is the softmax alone; multiply the score by it.")
                .mistake(
                        s -> flat(times(s, softmax(s, false))),
                        "The softmax runs over the captions, down a column: how much a clip prefers this caption to"
                                + " the others.")
                .mistake(s -> flat(s), "These are the scores as they were.")
                .hint("For each column the sum of exp over all rows; then s · exp(s) / that sum.");
    }

    private static double[][] popular() {
        return new double[][] {{3, 2}, {3.5, 1}};
    }

    private static double[][] wide() {
        return new double[][] {{1, 0}, {0, 2}, {2, 1}};
    }

    private static Expected dual(double[][] scores) {
        return Expected.numbers(1e-4, flat(Rescoring.dualSoftmax(scores, scores)));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] softmax(double[][] s, boolean columns) {
        double[][] all = new double[s.length][s[0].length];
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s[0].length; j++) {
                int row = i;
                int column = j;
                double sum =
                        columns
                                ? Arrays.stream(s).mapToDouble(r -> Math.exp(r[column])).sum()
                                : Arrays.stream(s[row]).map(Math::exp).sum();
                all[i][j] = Math.exp(s[i][j]) / sum;
            }
        }
        return all;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] all = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                all[i][j] = a[i][j] * b[i][j];
            }
        }
        return all;
    }

    static Exercise<Void> attack() {
        return Exercise.value("6.3 Attack your own retrieval")
                .asks(
                        "Raise R@1 of the same checkpoint by 10 points or more without training anything,"
                                + " and let the comparison say what you did.")
                .expects(Evaluating::judge)
                .hint(
                        "What makes the right clip easier to find: fewer clips to choose among, or ones that it knows?");
    }

    private static Judgement judge(Object given) {
        if (!(given instanceof Course.Attack attack)) {
            return Judgement.wrong("both runs are asked for: new Course.Attack(honest, attacked)");
        }
        if (!attack.honest().best().equals(attack.attacked().best())) {
            return Judgement.wrong("the weights differ")
                    .hint("An attack changes how is measured, not what: .from(trained) in both.");
        }
        return judged(first(attack.honest()), first(attack.attacked()), () -> warnings(attack));
    }

    /** What keeps the two runs from being compared. */
    private static String warnings(Course.Attack attack) {
        return Runs.compare(attack.honest(), attack.attacked()).check().findings().stream()
                .filter(f -> f.level() == Level.WARNING)
                .map(Finding::text)
                .collect(Collectors.joining(" "));
    }

    private static double first(RetrievalRun run) {
        return run.scored().stream()
                .filter(s -> s.metric().equals(Metric.R1))
                .findFirst()
                .orElseThrow()
                .value();
    }

    static Judgement judged(double honest, double attacked, Supplier<String> warnings) {
        String from =
                "R@1 goes from %s to %s"
                        .formatted(Numbers.decimals(honest, 1), Numbers.decimals(attacked, 1));
        if (attacked < honest + GAIN) {
            return Judgement.wrong(from);
        }
        String why = warnings.get();
        return why.isBlank()
                ? Judgement.wrong(from + ", and the comparison finds nothing")
                : Judgement.right(from + ". The comparison says: " + why);
    }
}
