package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Question;
import java.util.List;

/**
 * A question about a clip that its script answers.
 *
 * @param question the question, its one right answer, and the clip's id as the video
 * @param distractors one to three wrong answers of the same kind; those that can be seen first
 */
public record SpriteQuestion(Question question, List<String> distractors) {
    public SpriteQuestion {
        distractors = List.copyOf(distractors);
        if (distractors.isEmpty() || distractors.contains(question.answer())) {
            throw new IllegalArgumentException(
                    "wrong answers are needed and none may be right, got %s for %s"
                            .formatted(distractors, question));
        }
    }
}
