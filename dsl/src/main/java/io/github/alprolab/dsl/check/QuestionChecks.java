package io.github.alprolab.dsl.check;

import io.github.alprolab.dsl.show.Numbers;

/** The checks of questions and their answers: pure functions of counts. */
public final class QuestionChecks {
    /** Below this a note says what is out of reach, and below the other a warning does. */
    private static final double NEARLY_ALL = 0.95;

    private static final double MOST = 0.8;

    private QuestionChecks() {}

    /**
     * Between which accuracies a model can be.
     *
     * @param split that is measured
     * @param answers the code that chooses those that are told apart
     * @param kept how many that are
     * @param ceiling share of the split's questions whose answer is among them
     * @param floor share that always giving the most frequent one gets right
     */
    public record Reach(String split, String answers, int kept, double ceiling, double floor) {}

    /**
     * C13: how much of a split can be right at all.
     *
     * @param all what every answer of TRAIN covers; the ceiling itself where all are kept
     */
    public static Finding coverage(Reach reach, double all) {
        if (reach.kept == 0) {
            return Finding.fault(
                    "C13",
                    "No answer is told apart: %s gives none.".formatted(reach.answers),
                    "questions for TRAIN, whose answers are counted, or questions.answers(Answers.of(…))");
        }
        String text =
                "%s covers %s of the answers of %s: the best accuracy you can reach is %2$s; always giving the most frequent one reaches %s."
                        .formatted(
                                reach.answers,
                                Numbers.percent(reach.ceiling),
                                reach.split,
                                Numbers.percent(reach.floor));
        if (reach.ceiling == 0) {
            return Finding.fault("C13", text, more(reach, all));
        }
        if (reach.ceiling >= NEARLY_ALL) {
            return Finding.fine("C13", text);
        }
        return reach.ceiling >= MOST
                ? Finding.note("C13", text)
                : Finding.warning("C13", text, more(reach, all));
    }

    private static String more(Reach reach, double all) {
        return all > reach.ceiling
                ? "questions.answers(Answers.all()) covers " + Numbers.percent(all)
                : "questions for TRAIN with the answers of " + reach.split;
    }

    /**
     * C34: the split that is needed has questions.
     *
     * @param fix how this data set comes to some
     */
    public static Finding notEmpty(String split, int questions, String use, String fix) {
        return questions > 0
                ? Finding.fine(
                        "C34", "%s has %s questions.".formatted(split, Numbers.whole(questions)))
                : Finding.fault(
                        "C34", "%s has 0 questions; %s needs some.".formatted(split, use), fix);
    }

    /**
     * C34: without questions of VALIDATION there is no best checkpoint.
     *
     * @param fix how this data set comes to some
     */
    public static Finding validation(int questions, String fix) {
        return questions > 0
                ? Finding.fine(
                        "C34", "VALIDATION has %s questions.".formatted(Numbers.whole(questions)))
                : Finding.warning(
                        "C34",
                        "VALIDATION has 0 questions: nothing is measured while it trains, and the newest checkpoint counts as the best.",
                        fix);
    }
}
