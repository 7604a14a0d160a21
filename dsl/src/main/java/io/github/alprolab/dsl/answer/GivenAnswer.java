package io.github.alprolab.dsl.answer;

import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.dsl.figure.AnswerCard.Guess;
import java.util.List;

/**
 * A question with what a model answered.
 *
 * @param id of the question within its split
 * @param clip name of its clip
 * @param type what it asks for
 * @param question as it was asked
 * @param right the right answer
 * @param guesses the likeliest answers, best first, at most {@value #GUESSES}
 */
public record GivenAnswer(
        String id,
        String clip,
        QuestionType type,
        String question,
        String right,
        List<Guess> guesses) {
    /** How many answers of each question are kept. */
    static final int GUESSES = 5;

    public GivenAnswer {
        guesses = List.copyOf(guesses);
    }

    /** The likeliest answer. */
    public String answer() {
        return guesses.get(0).answer();
    }

    /** How likely the model finds it, 0 to 1. */
    public double confidence() {
        return guesses.get(0).probability();
    }

    /** Whether it is the right one, letter by letter. */
    public boolean isRight() {
        return answer().equals(right);
    }
}
