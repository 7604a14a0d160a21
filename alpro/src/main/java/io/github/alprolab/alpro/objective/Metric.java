package io.github.alprolab.alpro.objective;

import java.util.List;
import java.util.Objects;

/**
 * Something that a training measures; of two with one name each is the other.
 *
 * @param name in {@code metrics.csv}: capitals, digits and underscores
 * @param title in words
 * @param kind what it belongs to
 * @param better which way it should go
 * @param chance what a model that knows nothing reaches
 * @param colour of its objective as 0xRRGGBB; -1 for the colour of text
 */
public record Metric(
        String name, String title, Kind kind, Better better, Chance chance, int colour) {

    /** What a figure belongs to. */
    public enum Kind {
        /** The weighted sum of the losses. */
        TOTAL,
        /** The loss of one objective. */
        LOSS,
        /** What else an objective reports. */
        REPORT,
        /** How well validation clips are found. */
        RECALL,
        /** The state of the model. */
        MODEL,
        /** How the training goes. */
        TRAINING
    }

    private static final int SKY = 0x56B4E9;
    private static final int BLUE = 0x0072B2;
    private static final int ORANGE = 0xE69F00;
    private static final String TO_VIDEO = "TEXT_TO_VIDEO_";

    /** Weighted sum of the objectives. */
    public static final Metric TOTAL_LOSS = plain("TOTAL_LOSS", "Total loss", Kind.TOTAL);

    /** The learned temperature. */
    public static final Metric TEMPERATURE = plain("TEMPERATURE", "Temperature", Kind.MODEL);

    /** Global norm before clipping. */
    public static final Metric GRADIENT_NORM =
            plain("GRADIENT_NORM", "Gradient norm", Kind.TRAINING);

    /** Of the update. */
    public static final Metric LEARNING_RATE =
            plain("LEARNING_RATE", "Learning rate", Kind.TRAINING);

    /** Speed of the update. */
    public static final Metric CLIPS_PER_SECOND =
            plain("CLIPS_PER_SECOND", "Clips per second", Kind.TRAINING);

    /** Share of the time since the update before in which the training waited for clips, 0 to 1. */
    public static final Metric WAITED_FOR_DATA =
            new Metric(
                    "WAITED_FOR_DATA",
                    "Waited for data",
                    Kind.TRAINING,
                    Better.LOWER,
                    Chance.unknown(),
                    -1);

    /** Percent of validation texts whose clip the similarity ranks first. */
    public static final Metric R1 = recall(TO_VIDEO + "R1", "R@1, %");

    /** Percent of texts whose clip ranks among the first five. */
    public static final Metric R5 = recall(TO_VIDEO + "R5", "R@5, %");

    /** Percent of validation texts whose clip the similarity ranks among ten. */
    public static final Metric R10 = recall(TO_VIDEO + "R10", "R@10, %");

    /** Median over texts of the rank of the right clip, 1 is best. */
    public static final Metric MEDIAN_RANK = rank(TO_VIDEO + "MEDIAN_RANK", "Median rank");

    /** Mean over texts of the rank of the right clip, 1 is best. */
    public static final Metric MEAN_RANK = rank(TO_VIDEO + "MEAN_RANK", "Mean rank");

    /** The loss of {@link Objective#VTC}. */
    public static final Metric VTC_LOSS = Objective.VTC.lossMetric();

    /** The loss of {@link Objective#VTM}. */
    public static final Metric VTM_LOSS = Objective.VTM.lossMetric();

    /** The loss of {@link Objective#MLM}. */
    public static final Metric MLM_LOSS = Objective.MLM.lossMetric();

    /** The loss of {@link Objective#PEM}. */
    public static final Metric PEM_LOSS = Objective.PEM.lossMetric();

    /** Mean cross-entropy of the right answers to questions. */
    public static final Metric ANSWER_LOSS =
            new Metric(
                    "ANSWER_LOSS",
                    "Answer loss",
                    Kind.LOSS,
                    Better.LOWER,
                    new Chance("chance ln C", "ln C (C = answers)", s -> Math.log(s.classes())),
                    BLUE);

    /** Share of the questions whose likeliest answer is the right one, 0 to 1. */
    public static final Metric ANSWER_ACCURACY =
            new Metric(
                    "ANSWER_ACCURACY",
                    "Answer accuracy",
                    Kind.REPORT,
                    Better.HIGHER,
                    Chance.unknown(),
                    BLUE);

    /** Share of the matching judgements that are right, 0 to 1. */
    public static final Metric VTM_ACCURACY = Objective.VTM.reports().get(0);

    /** Share of hidden words that are named, 0 to 1. */
    public static final Metric MLM_ACCURACY = Objective.MLM.reports().get(0);

    /** Share of crops whose pseudo-label is too unsure, 0 to 1. */
    public static final Metric IGNORED_SHARE = Objective.PEM.reports().get(0);

    public Metric {
        Objects.requireNonNull(chance, "chance");
        if (!name.matches("[A-Z0-9_]+")) {
            throw new IllegalArgumentException(
                    "“" + name + "” cannot name a figure; capitals, digits and _ can.");
        }
    }

    /** Those of every training, beside what its objectives report. */
    public static List<Metric> ofEveryTraining() {
        return List.of(
                TEMPERATURE,
                GRADIENT_NORM,
                LEARNING_RATE,
                CLIPS_PER_SECOND,
                WAITED_FOR_DATA,
                R1,
                R10);
    }

    /** Those of the clock, in which trainings differ that are equal otherwise. */
    public static List<Metric> ofTime() {
        return List.of(CLIPS_PER_SECOND, WAITED_FOR_DATA);
    }

    static Metric plain(String name, String title, Kind kind) {
        Better better = kind == Kind.TOTAL ? Better.LOWER : Better.NEITHER;
        return new Metric(name, title, kind, better, Chance.unknown(), -1);
    }

    private static Metric recall(String name, String title) {
        return new Metric(name, title, Kind.RECALL, Better.HIGHER, Chance.unknown(), SKY);
    }

    /** The same with another chance, such as one that data tells. */
    public Metric with(Chance other) {
        return new Metric(name, title, kind, better, other, colour);
    }

    private static Metric rank(String name, String title) {
        return new Metric(name, title, Kind.RECALL, Better.LOWER, Chance.unknown(), SKY);
    }

    /**
     * The same of the other direction, texts found for clips: {@code Metric.R1.videoToText()}.
     *
     * @throws IllegalArgumentException for what is no figure of clips found for texts
     */
    public Metric videoToText() {
        if (!name.startsWith(TO_VIDEO)) {
            throw new IllegalArgumentException(
                    title + " is no figure of retrieval; Metric.R1.videoToText() is one.");
        }
        return new Metric(
                "VIDEO_TO_TEXT_" + name.substring(TO_VIDEO.length()),
                title + ", video to text",
                kind,
                better,
                chance,
                ORANGE);
    }

    /** Whether it is a loss: the total or one objective's. */
    public boolean isLoss() {
        return kind == Kind.TOTAL || kind == Kind.LOSS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metric that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
