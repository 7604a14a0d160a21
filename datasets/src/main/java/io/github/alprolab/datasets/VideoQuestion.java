package io.github.alprolab.datasets;

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
}
