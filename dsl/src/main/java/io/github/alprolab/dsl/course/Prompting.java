package io.github.alprolab.dsl.course;

import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.dsl.crop.PseudoLabelAccuracy;
import io.github.alprolab.dsl.show.Numbers;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Unit 4: the prompter. */
final class Prompting {
    private Prompting() {}

    static Exercise<double[][]> mean() {
        return Exercise.<double[][]>function("4.1 One feature of many prompts")
                .asks(
                        "The text features of one entity, a row for each template, not of length 1 yet:"
                                + " the feature that stands for the entity.")
                .given("two directions", Prompting::crossed, features(crossed()))
                .given("a long and a short one", Prompting::uneven, features(uneven()))
                .given("twice the same", Prompting::same, features(same()))
                .mistake(
                        Prompting::mean,
                        "The longer of two features counts more here. Every template has one vote: scale each to"
                                + " length 1 first.")
                .mistake(
                        rows -> unit(features(rows, true)),
                        "The mean of unit vectors is shorter than 1 where templates disagree, and it stays so"
                                + " (docs/method.md section 4.4): do not scale it again.")
                .mistake(
                        rows -> unit(mean(rows)),
                        "Scale each row to length 1, and the mean not at all.")
                .hint(
                        "Divide each row by its length, the root of the sum of its squares; then the mean of each column.");
    }

    private static double[][] crossed() {
        return new double[][] {{2, 0}, {0, 2}};
    }

    private static double[][] uneven() {
        return new double[][] {{30, 40}, {1, 0}};
    }

    private static double[][] same() {
        return new double[][] {{0, 3, 4}, {0, 6, 8}};
    }

    private static Expected features(double[][] rows) {
        return Expected.numbers(1e-4, features(rows, true));
    }

    private static double[] features(double[][] rows, boolean scaled) {
        return mean(
                scaled ? Arrays.stream(rows).map(Prompting::unit).toArray(double[][]::new) : rows);
    }

    private static double[] mean(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToDouble(i -> Arrays.stream(rows).mapToDouble(r -> r[i]).average().orElse(0))
                .toArray();
    }

    private static double[] unit(double... row) {
        double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
        return Arrays.stream(row).map(x -> x / length).toArray();
    }

    /** What the given check compares: published prompts and the student's on the same boxes. */
    static Exercise<Void> prompts() {
        return Exercise.value("4.2 Prompts that suit the corpus")
                .asks(
                        "Write templates with which this prompter names the entity in a box more often"
                                + " than with the published twelve.")
                .expects(Prompting::judge)
                .hint(
                        "The prompter was trained on captions, and never read «A video footage of one dog»."
                                + " Look at captions of TRAIN: pairs.only(Split.TRAIN).sample(8)");
    }

    private static Judgement judge(Object given) {
        if (!(given instanceof Course.Prompts prompts)) {
            return Judgement.wrong(
                    "both accuracies are asked for: new Course.Prompts(published, mine)");
        }
        return compared(prompts.published(), prompts.mine());
    }

    static Judgement compared(PseudoLabelAccuracy published, PseudoLabelAccuracy mine) {
        String both =
                "right in %s of %d boxes with yours, in %s of %d with the published ones"
                        .formatted(
                                Numbers.percent(mine.top1()),
                                mine.boxes(),
                                Numbers.percent(published.top1()),
                                published.boxes());
        if (mine.boxes() != published.boxes()) {
            return Judgement.wrong(both).hint("Ask both on the same pairs.");
        }
        if (mine.top1() == published.top1() && mine.ignored() == published.ignored()) {
            return Judgement.wrong(both).hint("Are these the published templates still?");
        }
        return mine.top1() > published.top1() ? Judgement.right(both) : Judgement.wrong(both);
    }

    static Exercise<double[][]> slip() {
        return Exercise.<double[][]>function("4.3 The slip in the published code")
                .asks(
                        "Labels, a row for each crop. Which crops does the published code learn from, by"
                                + " the lines above? true where it does.")
                .given("sure and unsure", Prompting::mixed, counted(mixed()))
                .given("sure of the first entity", Prompting::first, counted(first()))
                .given("unsure of all", Prompting::unsure, counted(unsure()))
                .mistake(
                        rows -> flags(Objective.PEM, rows),
                        "That is the rule of the paper: the largest probability is at least 0.2. Which of the two"
                                + " results of max is compared with 0.2 in these lines?")
                .mistake(
                        rows -> turned(flags(Objective.PEM.likeReferenceCode(), rows)),
                        "The other way round: what is below 0.2 is ignored.")
                .hint(
                        "max gives a value and its place. A place is 0, 1, 2, …: which of those are below 0.2?");
    }

    private static double[][] mixed() {
        return new double[][] {{0.1, 0.8, 0.1}, {0.9, 0.05, 0.05}, {0.3, 0.3, 0.4}};
    }

    private static double[][] first() {
        return new double[][] {{0.99, 0.01, 0}, {0.4, 0.3, 0.3}};
    }

    private static double[][] unsure() {
        double[] flat = new double[10];
        Arrays.fill(flat, 0.1);
        flat[7] = 0.11;
        flat[0] = 0.09;
        return new double[][] {flat};
    }

    private static Expected counted(double[][] labels) {
        return Expected.flags(flags(Objective.PEM.likeReferenceCode(), labels));
    }

    /** What the library learns from, by one rule or the other. */
    private static boolean[] flags(Pem rule, double[][] labels) {
        float[][] rows = new float[labels.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[labels[i].length];
            for (int e = 0; e < rows[i].length; e++) {
                rows[i][e] = (float) labels[i][e];
            }
        }
        float[] counted = rule.counted(rows);
        boolean[] flags = new boolean[counted.length];
        IntStream.range(0, flags.length).forEach(i -> flags[i] = counted[i] == 1);
        return flags;
    }

    private static boolean[] turned(boolean... flags) {
        boolean[] other = new boolean[flags.length];
        IntStream.range(0, flags.length).forEach(i -> other[i] = !flags[i]);
        return other;
    }
}
