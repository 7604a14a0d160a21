package io.github.alprolab.datasets;

import java.util.List;
import java.util.Optional;

/**
 * A question with the video it is asked about.
 *
 * @param split the part it belongs to
 * @param question text, right answer and type
 * @param clip the video; questions about one video share it
 */
public record VideoQuestion(Split split, Question question, ClipSource clip) {
    /** The question as it is asked. */
    public String text() {
        return question.text();
    }

    /** The right answer. */
    public String answer() {
        return question.answer();
    }

    /** What it asks for. */
    public QuestionType type() {
        return question.type();
    }

    /** The clip with the question as its text. */
    public Pair pair() {
        return new Pair(question.id(), split, clip, List.of(text()), Optional.empty());
    }
}
