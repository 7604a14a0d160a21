package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question about a clip with the likeliest answers.
 *
 * @param clip its frames and name; its caption is not drawn, for it may tell the answer
 * @param question as it was asked
 * @param guesses the likeliest first, at least one; five are drawn
 * @param truth the right answer, where it is known
 */
public record AnswerCard(Strip clip, String question, List<Guess> guesses, Optional<String> truth) {

    /**
     * An answer and how likely the model finds it.
     *
     * @param answer in words
     * @param probability 0 to 1
     */
    public record Guess(String answer, double probability) {
        public Guess {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "The answer \"%s\" has the probability %s; it is 0 to 1."
                                .formatted(answer, probability));
            }
        }

        String text() {
            return answer + " " + Numbers.percent(probability);
        }
    }

    public AnswerCard {
        guesses = List.copyOf(guesses);
        if (guesses.isEmpty()) {
            throw new IllegalArgumentException(
                    "The question “%s” has no answers to draw.".formatted(question));
        }
    }

    /** Whether the likeliest answer is the right one; open where nobody knows. */
    public Verdict verdict() {
        return truth.map(t -> guesses.get(0).answer().equals(t) ? Verdict.RIGHT : Verdict.WRONG)
                .orElse(Verdict.OPEN);
    }

    /** Whether an answer is known to be right. */
    boolean right(Guess guess) {
        return truth.filter(guess.answer()::equals).isPresent();
    }

    /** What is said of the answer, with its mark. */
    String judgement() {
        return switch (verdict()) {
            case RIGHT -> "✓ right";
            case WRONG -> "✗ wrong, it is: " + truth.orElseThrow();
            case OPEN -> "";
        };
    }

    String words() {
        String answers = guesses.stream().map(Guess::text).collect(Collectors.joining(", "));
        String judgement = judgement();
        return question + " " + answers + (judgement.isEmpty() ? "" : " · " + judgement);
    }
}
