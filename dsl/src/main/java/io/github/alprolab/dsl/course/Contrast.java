package io.github.alprolab.dsl.course;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.StepLook;
import io.github.alprolab.dsl.table.DataTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Unit 2: contrastive alignment. */
final class Contrast {
    private static final int BATCH = 64;

    /** Tables show three decimals of a loss. */
    private static final double SHOWN = 0.0011;

    private static final String LOSS = " loss";

    private Contrast() {}

    static Exercise<Void> chance() {
        double right = Math.log(BATCH);
        return Exercise.value("2.1 VTC at chance")
                .asks(
                        "A model that knows nothing finds all texts of a batch equally likely. What"
                                + " is its VTC loss when a batch has 64 clips?")
                .expects(Expected.number(right, 0.005))
                .mistake(
                        Math.log(BATCH) / Math.log(2),
                        "That is the logarithm to base 2, in bits. Losses here are in nats.")
                .mistake(Math.log10(BATCH), "That is the logarithm to base 10.")
                .mistake(
                        1.0 / BATCH,
                        "That is the probability of the right text; the loss is made of it.")
                .mistake(
                        2 * right,
                        "VTC is the mean of both directions, clip to text and text to clip, not their sum.")
                .hint("Cross-entropy is -log of the probability that the right text gets.");
    }

    static Exercise<double[][]> vtc() {
        return Exercise.<double[][]>function("2.2 VTC in six lines")
                .asks(
                        "Given scores S with a row for each clip and a column for each text, right"
                                + " pairs on the diagonal: the VTC loss.")
                .given("all scores equal", () -> new double[4][4], right(new double[4][4]))
                .given("two clips, told apart", Contrast::apart, right(apart()))
                .given("rows unlike columns", Contrast::uneven, right(uneven()))
                .given("scores of a thousand", Contrast::large, right(large()))
                .mistake(
                        Contrast::rows,
                        "This is one direction: each clip looks for its text. Each text looks for its clip too.")
                .mistake(
                        s -> rows(turned(s)),
                        "This is one direction: each text looks for its clip. Each clip looks for its text too.")
                .mistake(s -> 2 * loss(s), "Take the mean of the two directions, not their sum.")
                .mistake(
                        s -> s.length * loss(s),
                        "Take the mean over the clips, not the sum: a loss must not grow with the batch.")
                .mistake(
                        s -> -loss(s),
                        "The sign: a loss is -log of a probability, so it is never negative.")
                .mistake(
                        s -> loss(s) / Math.log(2), "Take the natural logarithm, as Math.log does.")
                .mistake(
                        Contrast::probability,
                        "The mean of the right probabilities is no loss yet: take -log of each first.")
                .mistake(
                        Contrast::naive,
                        "exp(1000) is too large for a number. Softmax does not change when the largest"
                                + " score is subtracted from all of a row first.")
                .mistake(
                        Contrast::infinite,
                        "The log of a sum with exp(1000) in it is infinite. Take the largest score out first:"
                                + " logSum does.")
                .hint(
                        "For a row: log of the sum of exp over all columns, minus the score on the diagonal."
                                + " Then the same for columns, and the mean of all of it.");
    }

    private static Expected right(double[][] scores) {
        return Expected.number(loss(scores), 1e-4);
    }

    private static double[][] apart() {
        return new double[][] {{2, 0}, {0, 2}};
    }

    private static double[][] uneven() {
        return new double[][] {{3, 1, 0}, {2, 1, 2}, {0, 0, 1}};
    }

    private static double[][] large() {
        return new double[][] {{1000, 999}, {1001, 1000}};
    }

    /** As the library computes it (docs/method.md section 3.2). */
    static double loss(double[][] scores) {
        return (rows(scores) + rows(turned(scores))) / 2;
    }

    private static double rows(double[][] scores) {
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> logSum(scores[i]) - scores[i][i])
                .average()
                .orElse(Double.NaN);
    }

    private static double logSum(double[] row) {
        double most = Arrays.stream(row).max().orElse(0);
        return most + Math.log(Arrays.stream(row).map(s -> Math.exp(s - most)).sum());
    }

    private static double naive(double[][] scores) {
        double[][] columns = turned(scores);
        return IntStream.range(0, scores.length)
                        .mapToDouble(
                                i ->
                                        -Math.log(share(scores[i], i))
                                                - Math.log(share(columns[i], i)))
                        .average()
                        .orElse(Double.NaN)
                / 2;
    }

    private static double infinite(double[][] scores) {
        double[][] columns = turned(scores);
        return IntStream.range(0, scores.length)
                        .mapToDouble(
                                i ->
                                        Math.log(Arrays.stream(scores[i]).map(Math::exp).sum())
                                                + Math.log(
                                                        Arrays.stream(columns[i])
                                                                .map(Math::exp)
                                                                .sum())
                                                - 2 * scores[i][i])
                        .average()
                        .orElse(Double.NaN)
                / 2;
    }

    private static double share(double[] row, int place) {
        return Math.exp(row[place]) / Arrays.stream(row).map(Math::exp).sum();
    }

    private static double probability(double[][] scores) {
        double[][] columns = turned(scores);
        return IntStream.range(0, scores.length)
                        .mapToDouble(
                                i ->
                                        Math.exp(scores[i][i] - logSum(scores[i]))
                                                + Math.exp(columns[i][i] - logSum(columns[i])))
                        .average()
                        .orElse(Double.NaN)
                / 2;
    }

    private static double[][] turned(double[][] scores) {
        double[][] columns = new double[scores.length][scores.length];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                columns[j][i] = scores[i][j];
            }
        }
        return columns;
    }

    static Exercise<Void> own() {
        return Exercise.value("2.3 Your VTC in the library")
                .asks(
                        "Write VTC once more as an objective of the library, and look at a batch with"
                                + " both: the two losses are the same number.")
                .expects(Contrast::judge)
                .hint(
                        "step.similarity() is divided by the temperature already; crossEntropy takes the"
                                + " mean over rows; transpose(0, 1) turns rows into columns.");
    }

    private static Judgement judge(Object given) {
        if (!(given instanceof StepLook look)) {
            return Judgement.wrong(
                    "a look at a batch is asked for: pretraining.look(clips, weights)");
        }
        DataTable table = look.losses();
        double[] values = new double[2];
        int[] found = new int[2];
        for (int row = 0; row < table.rows(); row++) {
            String figure = table.cell(row, 0);
            if (figure.endsWith(LOSS) && !figure.equals(Metric.TOTAL_LOSS.title())) {
                int which = figure.equals("VTC" + LOSS) ? 0 : 1;
                found[which]++;
                values[which] = table.tablesaw().doubleColumn(1).get(row);
            }
        }
        if (found[0] != 1 || found[1] != 1) {
            return Judgement.wrong("there should be two losses in it: Objective.VTC and yours")
                    .hint("Losses.of(Objective.VTC).and(mine, 1.0)");
        }
        return compared(values[1], values[0]);
    }

    static Judgement compared(double mine, double library) {
        String both = "yours is %.3f, the library's %.3f".formatted(mine, library);
        if (Math.abs(mine - library) <= SHOWN) {
            return Judgement.right(both);
        }
        Judgement wrong = Judgement.wrong(both);
        if (Math.abs(mine - 2 * library) <= 2 * SHOWN) {
            return wrong.hint("Take the mean of the two directions, not their sum.");
        }
        if (Math.abs(mine + library) <= SHOWN) {
            return wrong.hint("The sign: crossEntropy is a loss already.");
        }
        return mine == 0 ? wrong.hint("step.zero() is where you begin; return the loss.") : wrong;
    }
}
