package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.dsl.answer.AnswerTable;
import io.github.alprolab.dsl.answer.ConfusionMap;
import io.github.alprolab.dsl.answer.GivenAnswer;
import io.github.alprolab.dsl.answer.GivenAnswers;
import io.github.alprolab.dsl.answer.OpenAnswerer;
import io.github.alprolab.dsl.answer.RecordedAnswering;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.figure.AnswerCard;
import io.github.alprolab.dsl.figure.AnswerCard.Guess;
import io.github.alprolab.dsl.figure.AnswerSheet;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model that was fine-tuned on questions, with its answers to those that were measured.
 *
 * <p>Numbers come from the run's folder alone. Cards show clips, so they need the questions, which
 * a run that was opened from its folder gets by {@link #questions(Questions)}.
 *
 * <p>The first {@link #ask} or {@link #predict} opens the model, which is kept for the next ones;
 * {@link #close} frees it.
 */
public final class VideoQaRun extends TrainingRun {
    private static final String FOLDER_FIX =
            "run.questions(Questions.of(…)), or experiment.run(), which loads what is finished";

    private final Optional<Questions> questions;
    private final RecordedAnswering recorded;
    private Optional<OpenAnswerer> answerer = Optional.empty();

    VideoQaRun(RunFolder folder) {
        this(folder, Optional.empty());
    }

    VideoQaRun(RunFolder folder, Questions questions) {
        this(folder, Optional.of(questions));
    }

    private VideoQaRun(RunFolder folder, Optional<Questions> questions) {
        super("Video question answering", folder);
        this.questions = questions;
        this.recorded = new RecordedAnswering(folder);
    }

    /** The same with the questions it was measured on, whose clips cards show. */
    public VideoQaRun questions(Questions asked) {
        return new VideoQaRun(record().folder(), asked);
    }

    /** Loss and accuracy over epochs; floor and ceiling of VALIDATION are dashed. */
    @Override
    public Figure curves() {
        return curves(Metric.ANSWER_LOSS, Metric.ANSWER_ACCURACY);
    }

    /**
     * Accuracy on the measured split, overall and by type, each with its count, an interval of 95 %
     * by Wilson, and what the most frequent answer of TRAIN gets right: the floor. For a type it is
     * the most frequent answer of that type.
     */
    @Override
    public DataTable metrics() {
        return AnswerTable.of(given(), recorded.isFromRandom());
    }

    /** Means of each epoch, as other trainings tell them. */
    public DataTable epochs() {
        return record().metrics();
    }

    /** Accuracy by type as bars, each with its floor as a tick, below the ceiling. */
    public Figure byType() {
        return saved("by-type.png", Figure.of(AnswerTable.bars(given())));
    }

    /**
     * Which answers are taken for which others.
     *
     * @param most number of answers, the most frequent right ones, at least 1
     */
    public Figure confusion(int most) {
        Range.atLeast(1, most, "confusion");
        return saved("confusion.png", Figure.of(ConfusionMap.of(given(), most)));
    }

    /**
     * Some questions as cards, half of them right and half wrong, always the same ones.
     *
     * @param count at least 1
     */
    public Figure examples(int count) {
        Range.atLeast(1, count, "examples");
        GivenAnswers given = given();
        return saved(
                "examples.png",
                cards("Examples · " + given.split(), given.split(), given.examples(count)));
    }

    /**
     * The wrong answers of which the model was most sure, as cards.
     *
     * @param count at least 1
     */
    public Figure misses(int count) {
        Range.atLeast(1, count, "misses");
        GivenAnswers given = given();
        return saved(
                "misses.png",
                cards("Confident mistakes · " + given.split(), given.split(), given.misses(count)));
    }

    /** Every measured question with the answer it got. */
    public DataTable results() {
        return AnswerTable.results(given());
    }

    /** The answers that the model tells apart, by index. */
    public List<String> answers() {
        return best().manifest().entities();
    }

    /**
     * Asks about a clip: its frames, the question and the five likeliest answers. Where the data
     * set has this question with its answer, the card says whether that was right.
     *
     * @param clip of these questions or of any pairs
     * @param question not blank
     */
    public Figure ask(Clip clip, String question) {
        requireQuestion(question);
        List<Guess> guesses = answered(List.of(pair(clip, question))).get(0);
        return Figure.of(
                new AnswerSheet("", List.of(card(clip, question, guesses, right(clip, question)))));
    }

    /**
     * Asks every question about every clip: one row each, with the three likeliest answers. {@code
     * run.predict(Clips.folder("my-clips"), List.of("what moves?")).csv("answers.csv")}
     *
     * @param clips any clips: those of a folder, or {@code pairs.sample(20)}
     * @param asked at least one question, none blank
     */
    public DataTable predict(Clips clips, List<String> asked) {
        asked.forEach(VideoQaRun::requireQuestion);
        if (asked.isEmpty()) {
            throw blank();
        }
        List<Pair> all =
                clips.list().stream().flatMap(c -> asked.stream().map(q -> pair(c, q))).toList();
        return AnswerTable.predictions(all, answered(all));
    }

    /** The same about all clips of some pairs, whatever their captions say. */
    public DataTable predict(Pairs pairs, List<String> asked) {
        return predict(new Clips(pairs.all().stream().map(pairs::clip).toList()), asked);
    }

    /** One question about clips. */
    public DataTable predict(Clips clips, String question) {
        return predict(clips, List.of(question));
    }

    @Override
    public List<Scored> scored() {
        List<Scored> measured = record().folder().scored();
        return measured.isEmpty() ? super.scored() : measured;
    }

    /** Frees the model that a question opened; the next question opens it again. */
    @Override
    public synchronized void close() {
        super.close();
        answerer.ifPresent(OpenAnswerer::close);
    }

    private List<List<Guess>> answered(List<Pair> asked) {
        try {
            return answerer().answer(asked);
        } catch (ClipException e) {
            throw new AdviceException(
                    "C30", e.getMessage(), "mend the file, or ask about the others");
        }
    }

    private GivenAnswers given() {
        return recorded.answers(answers());
    }

    private synchronized OpenAnswerer answerer() {
        OpenAnswerer open =
                answerer.orElseGet(
                        () -> new OpenAnswerer(recorded.source(best().path(), answers())));
        answerer = Optional.of(open);
        return open;
    }

    private Figure cards(String title, String split, List<GivenAnswer> some) {
        Questions asked =
                questions.orElseThrow(
                        () ->
                                new AdviceException(
                                        "C36",
                                        "This run was opened from its folder, which holds numbers and no clips; cards show clips.",
                                        FOLDER_FIX));
        List<AnswerCard> cards = new ArrayList<>();
        for (GivenAnswer answer : some) {
            Clip clip = asked.clip(Split.valueOf(split), answer.clip());
            cards.add(card(clip, answer.question(), answer.guesses(), Optional.of(answer.right())));
        }
        return Figure.of(new AnswerSheet(title, cards));
    }

    private static AnswerCard card(
            Clip clip, String question, List<Guess> guesses, Optional<String> right) {
        return new AnswerCard(clip.strip(Verdict.OPEN, Optional.empty()), question, guesses, right);
    }

    /** What the data set says; nothing where it does not ask this, or the answers differ. */
    private Optional<String> right(Clip clip, String question) {
        List<String> all =
                questions.stream()
                        .flatMap(q -> q.about(clip).stream())
                        .filter(q -> q.text().equals(question))
                        .map(VideoQuestion::answer)
                        .distinct()
                        .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static Pair pair(Clip clip, String question) {
        Question asked =
                new Question(clip.id(), clip.id(), question, "", QuestionType.of(question));
        return new VideoQuestion(clip.pair().split(), asked, clip.pair().clip()).pair();
    }

    private Figure saved(String file, Figure figure) {
        return figure.save(record().folder().figure(file));
    }

    private static void requireQuestion(String question) {
        if (question.isBlank()) {
            throw blank();
        }
    }

    private static AdviceException blank() {
        return new AdviceException(
                "C27", "A question is blank or missing.", "run.ask(clip, \"what moves left?\")");
    }
}
