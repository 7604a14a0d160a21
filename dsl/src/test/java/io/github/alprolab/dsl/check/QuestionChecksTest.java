package io.github.alprolab.dsl.check;

import io.github.alprolab.dsl.check.QuestionChecks.Reach;
import org.junit.jupiter.api.Test;

/** The wording of the checks of questions, at their boundaries. */
class QuestionChecksTest {
    private static Reach reach(int kept, double ceiling) {
        return new Reach("TEST", "Answers.top(40)", kept, ceiling, 0.125);
    }

    private static String text(String covered) {
        return "Answers.top(40) covers %s of the answers of TEST: the best accuracy you can reach is %1$s; always giving the most frequent one reaches 12.5 %%."
                .formatted(covered);
    }

    @Test
    void whatIsOutOfReachIsSaidByHowMuchItIs() {
        Found.fine(QuestionChecks.coverage(reach(40, 0.95), 1), "C13", text("95.0 %"));
        Found.note(QuestionChecks.coverage(reach(40, 0.94), 1), "C13", text("94.0 %"));
        Found.note(QuestionChecks.coverage(reach(40, 0.8), 1), "C13", text("80.0 %"));
        Found.warning(
                QuestionChecks.coverage(reach(40, 0.71), 0.93),
                "C13",
                text("71.0 %"),
                "questions.answers(Answers.all()) covers 93.0 %");
        Found.warning(
                QuestionChecks.coverage(reach(40, 0.71), 0.71),
                "C13",
                text("71.0 %"),
                "questions for TRAIN with the answers of TEST");
        Found.fault(
                QuestionChecks.coverage(reach(40, 0), 0.93),
                "C13",
                text("0.0 %"),
                "questions.answers(Answers.all()) covers 93.0 %");
    }

    @Test
    void withoutAnAnswerNothingCanBeLearned() {
        Found.fault(
                QuestionChecks.coverage(reach(0, 0), 0),
                "C13",
                "No answer is told apart: Answers.top(40) gives none.",
                "questions for TRAIN, whose answers are counted, or questions.answers(Answers.of(…))");
    }

    @Test
    void aSplitThatIsNeededHasQuestions() {
        Found.fine(
                QuestionChecks.notEmpty("TRAIN", 30_933, "training", "fix"),
                "C34",
                "TRAIN has 30\u2009933 questions.");
        Found.fault(
                QuestionChecks.notEmpty("TRAIN", 0, "training", "fix"),
                "C34",
                "TRAIN has 0 questions; training needs some.",
                "fix");
        Found.fine(QuestionChecks.validation(7, "fix"), "C34", "VALIDATION has 7 questions.");
        Found.warning(
                QuestionChecks.validation(0, "fix"),
                "C34",
                "VALIDATION has 0 questions: nothing is measured while it trains, and the newest checkpoint counts as the best.",
                "fix");
    }
}
