package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks about clips what their scripts answer, each question with one right answer. Questions follow
 * from script and phrasing alone.
 */
public final class QuestionWriter {
    /** Changes whenever equal scripts would be asked other questions. */
    static final int VERSION = 1;

    /** Most questions of a type about one clip. */
    private static final int MOST_OF_A_TYPE = 2;

    private QuestionWriter() {}

    /**
     * What, who, how, where and when questions, in this order.
     *
     * @return at most two of a type; empty when nothing has one answer only
     */
    public static List<SpriteQuestion> questions(SpriteScript script, Phrasing phrasing) {
        Interview interview = new Interview(script, phrasing);
        List<Candidate> possible = possible(interview);
        List<SpriteQuestion> asked = new ArrayList<>();
        for (QuestionType type : QuestionType.values()) {
            List<Candidate> left = new ArrayList<>(ofType(possible, type));
            for (int i = 0; i < MOST_OF_A_TYPE && !left.isEmpty(); i++) {
                Candidate drawn = left.remove(interview.random().below(left.size()));
                asked.add(question(script, asked.size(), type, drawn));
            }
        }
        return asked;
    }

    private static List<Candidate> possible(Interview interview) {
        return Stream.of(
                        new IdentityQuestions(interview).candidates(),
                        new CountQuestions(interview).candidates(),
                        new PlaceQuestions(interview).candidates(),
                        new TimeQuestions(interview).candidates())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Candidate> ofType(List<Candidate> all, QuestionType type) {
        return all.stream().filter(c -> QuestionType.of(c.text()) == type).toList();
    }

    private static SpriteQuestion question(
            SpriteScript script, int number, QuestionType type, Candidate candidate) {
        Question question =
                new Question(
                        script.id() + "-q" + number,
                        script.id(),
                        candidate.text(),
                        candidate.answer(),
                        type);
        return new SpriteQuestion(question, candidate.distractors());
    }
}
