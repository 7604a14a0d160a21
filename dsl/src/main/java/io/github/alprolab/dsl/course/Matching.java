package io.github.alprolab.dsl.course;

import io.github.alprolab.alpro.objective.HardNegatives;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Unit 3: matching and masked words. */
final class Matching {
    private static final double BY_HAND = 0.005;

    private Matching() {}

    static Exercise<Void> chance() {
        double right = -Math.log(1 / 3.0) / 3 - 2 * Math.log(2 / 3.0) / 3;
        return Exercise.value("3.1 VTM at chance")
                .asks(
                        "For each right pair VTM judges two wrong ones. A model that has learned only"
                                + " this says «match» with probability 1/3 to every pair. What is its"
                                + " loss?")
                .expects(Expected.number(right, BY_HAND))
                .mistake(
                        Math.log(2),
                        "That is the loss of a coin. Labels are one to two here, and who knows that does better.")
                .mistake(right / Math.log(2), "That is in bits; losses here are in nats.")
                .mistake(
                        Math.log(3),
                        "That is the loss for the right pairs alone; two of three pairs are wrong ones.")
                .mistake(
                        Math.log(1.5),
                        "That is the loss for the wrong pairs alone; one of three pairs is a right one.")
                .mistake(
                        2 / 3.0,
                        "That is its accuracy. The loss is a mean of -log of probabilities.")
                .hint(
                        "Mean over three pairs: one gets -log of 1/3, and the two others -log of the"
                                + " probability of «no match».");
    }

    static Exercise<Course.Candidates> negatives() {
        return Exercise.<Course.Candidates>function("3.2 Hard negatives")
                .asks(
                        "Scores of one clip with all texts of a batch, and which text is its own: the"
                                + " probability of each text to be drawn as its wrong partner.")
                .given("all scores equal", () -> row(1, 0, 0, 0, 0), right(row(1, 0, 0, 0, 0)))
                .given("one text is alike", () -> row(0, 9, 3, 1), right(row(0, 9, 3, 1)))
                .given(
                        "the own text is the least alike",
                        () -> row(2, 1, 2, -4, 0.5),
                        right(row(2, 1, 2, -4, 0.5)))
                .mistake(
                        c -> softmax(c.scores()),
                        "The own text can be drawn here, and it is no wrong partner: leave it out before you"
                                + " make probabilities.")
                .mistake(
                        Matching::zeroed,
                        "These do not sum to 1 any more: set the own text aside before the softmax, not behind it.")
                .mistake(
                        Matching::uniform,
                        "Any wrong text is equally likely here. Hard negatives are the likelier the more alike.")
                .mistake(
                        c -> chances(turned(c)),
                        "The less alike, the likelier: these are easy negatives. The sign of the scores.")
                .hint("exp of each score, 0 for the own text, and all of it divided by its sum.");
    }

    private static Course.Candidates row(int own, double... scores) {
        return new Course.Candidates(scores, own);
    }

    private static Expected right(Course.Candidates of) {
        return Expected.numbers(1e-4, chances(of));
    }

    /** What the library draws by. */
    private static double[] chances(Course.Candidates of) {
        float[][] rows = new float[of.scores().length][of.scores().length];
        IntStream.range(0, of.scores().length)
                .forEach(i -> rows[of.own()][i] = (float) of.scores()[i]);
        return HardNegatives.chancesOfTexts(rows, of.own());
    }

    private static double[] softmax(double[] scores) {
        double sum = Arrays.stream(scores).map(Math::exp).sum();
        return Arrays.stream(scores).map(s -> Math.exp(s) / sum).toArray();
    }

    private static double[] zeroed(Course.Candidates of) {
        double[] all = softmax(of.scores());
        all[of.own()] = 0;
        return all;
    }

    private static double[] uniform(Course.Candidates of) {
        double[] all = new double[of.scores().length];
        Arrays.fill(all, 1.0 / (all.length - 1));
        all[of.own()] = 0;
        return all;
    }

    private static Course.Candidates turned(Course.Candidates of) {
        return row(of.own(), Arrays.stream(of.scores()).map(s -> -s).toArray());
    }

    static Exercise<Void> masks() {
        return Exercise.value("3.3 What MLM hides")
                .asks(
                        "Of 1000 word pieces, how many are on average shown as [MASK], how many as a"
                                + " random other piece, and how many are asked for although they are"
                                + " shown as they are?")
                .expects(Expected.numbers(0.6, 120, 15, 15))
                .mistake(
                        new double[] {800, 100, 100},
                        "80, 10 and 10 percent are shares of the pieces that are selected, and 15 percent are.")
                .mistake(
                        new double[] {150, 0, 0},
                        "150 are selected. Not all of those are shown as [MASK].")
                .mistake(
                        new double[] {120, 15, 865},
                        "850 pieces were never selected, and nobody asks for them.")
                .hint(
                        "15 percent are selected; of those 80 percent become [MASK], 10 a random piece, 10 stay.");
    }

    static Exercise<double[]> frequencies() {
        return Exercise.<double[]>function("3.4 What MLM knows without looking")
                .asks(
                        "How often each word piece occurs. The lowest loss of a model that answers"
                                + " with these frequencies, whatever the caption and the clip.")
                .given(
                        "four pieces, equally often",
                        () -> new double[] {5, 5, 5, 5},
                        entropy(5, 5, 5, 5))
                .given(
                        "one piece most of the time",
                        () -> new double[] {90, 5, 5},
                        entropy(90, 5, 5))
                .given("a piece that never occurs", () -> new double[] {3, 1, 0}, entropy(3, 1, 0))
                .mistake(
                        c -> Math.log(c.length),
                        "ln V is the loss of a model that finds all pieces equally likely. Frequencies tell more.")
                .mistake(c -> sum(c) / Math.log(2), "That is in bits; losses here are in nats.")
                .mistake(
                        c -> -Math.log(Arrays.stream(c).max().orElse(0) / Arrays.stream(c).sum()),
                        "That is the loss where the most frequent piece is right. Take the mean over all pieces.")
                .mistake(
                        Matching::careless,
                        "0 · log 0 is NaN for a computer. A piece that never occurs adds nothing.")
                .hint("Sum over pieces of -p · log p, where p is its share of all.");
    }

    private static Expected entropy(double... counts) {
        return Expected.number(sum(counts), 1e-4);
    }

    private static double sum(double... counts) {
        double all = Arrays.stream(counts).sum();
        return Arrays.stream(counts)
                .filter(c -> c > 0)
                .map(c -> -c / all * Math.log(c / all))
                .sum();
    }

    private static double careless(double... counts) {
        double all = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(c -> -c / all * Math.log(c / all)).sum();
    }
}
