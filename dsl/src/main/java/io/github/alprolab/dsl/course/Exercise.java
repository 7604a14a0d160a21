package io.github.alprolab.dsl.course;

import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A question with a check of its answer. {@link #check} says ✓ or ✗ and why, never throws, gives a
 * hint for a typical mistake at once and a general one after the first failure, and keeps what was
 * passed in {@code exercises.json} where runs are kept. A value: each edit returns a copy. Those of
 * the course are in {@link Course}; one of your own:
 *
 * <pre>{@code
 * var chance = Exercise.value("chance")
 *         .asks("The loss of a model that knows nothing, with 64 clips in a batch?")
 *         .expects(Expected.number(Math.log(64), 0.01))
 *         .mistake(6, "That is the logarithm to base 2.")
 *         .hint("All 64 texts are equally likely to it.");
 *
 * chance.check(answer)
 * }</pre>
 *
 * @param <I> what an answer is given; {@code Void} where a value alone is asked for
 */
public final class Exercise<I> implements Shown {
    private final String name;
    private final String question;
    private final List<Case<I>> cases;
    private final List<Mistake<I>> mistakes;
    private final String hint;

    private Exercise(
            String name,
            String question,
            List<Case<I>> cases,
            List<Mistake<I>> mistakes,
            String hint) {
        this.name = name;
        this.question = question;
        this.cases = List.copyOf(cases);
        this.mistakes = List.copyOf(mistakes);
        this.hint = hint;
    }

    /**
     * One that asks for a value; {@link #expects} says which.
     *
     * @param name not blank; its progress is kept under it
     */
    public static Exercise<Void> value(String name) {
        return new Exercise<>(named(name), "", List.of(), List.of(), "");
    }

    /**
     * One that asks for a method, which is tried on the inputs that {@link #given} adds.
     *
     * <pre>{@code
     * Exercise.<double[]>function("mean")
     *         .given("two numbers", () -> new double[] {1, 3}, Expected.number(2, 1e-9))
     * }</pre>
     *
     * @param name not blank; its progress is kept under it
     */
    public static <I> Exercise<I> function(String name) {
        return new Exercise<>(named(name), "", List.of(), List.of(), "");
    }

    private static String named(String name) {
        if (name.isBlank()) {
            throw new AdviceException(
                    "C27", "The name of an exercise is blank.", "Exercise.value(\"2.1 chance\")");
        }
        return name.strip();
    }

    /** Under which its progress is kept. */
    public String name() {
        return name;
    }

    /** What is asked. */
    public String question() {
        return question;
    }

    /** With a question. */
    public Exercise<I> asks(String text) {
        return new Exercise<>(name, text, cases, mistakes, hint);
    }

    /** With what is right for a value. Its feedback does not tell the solution. */
    public Exercise<I> expects(Expected right) {
        return with(new Case<>("", () -> null, right));
    }

    /**
     * With one more input for a method, and what is right for it, which feedback tells.
     *
     * @param words what is special about it, such as {@code two equal scores}
     * @param input makes a new copy at each call, since the method may change it
     */
    public Exercise<I> given(String words, Supplier<I> input, Expected right) {
        return with(new Case<>(words, input, right));
    }

    private Exercise<I> with(Case<I> more) {
        return new Exercise<>(name, question, and(cases, more), mistakes, hint);
    }

    /** With a hint for those who give this value. */
    public Exercise<I> mistake(Object wrong, String help) {
        return mistake(input -> wrong, help);
    }

    /** With a hint for those whose method gives what this wrong one gives. */
    public Exercise<I> mistake(Attempt<I> wrong, String help) {
        return new Exercise<>(
                name, question, cases, and(mistakes, new Mistake<>(wrong, help)), hint);
    }

    /** With a hint for all others, from the second failure on. */
    public Exercise<I> hint(String help) {
        return new Exercise<>(name, question, cases, mistakes, help);
    }

    private static <T> List<T> and(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(Objects.requireNonNull(more));
        return all;
    }

    /** Checks a value of any type. */
    public Feedback check(Object answer) {
        return check((Attempt<I>) input -> answer);
    }

    /** Checks a method, such as {@code s -> vtc(s)}. */
    public Feedback check(Attempt<I> answer) {
        return check(answer, ExerciseBook.standard());
    }

    Feedback check(Attempt<I> answer, ExerciseBook book) {
        Attempt<I> attempt = answer == null ? input -> null : answer;
        List<Outcome> outcomes = cases.stream().map(c -> c.outcome(attempt)).toList();
        boolean open = outcomes.stream().allMatch(Outcome::isMissing);
        List<Judged> judged =
                IntStream.range(0, cases.size())
                        .mapToObj(i -> new Judged(cases.get(i), outcomes.get(i)))
                        .toList();
        boolean passed = !open && judged.stream().allMatch(j -> j.judgement.right());
        ExerciseBook.Entry kept = book.keep(name, passed, open);
        return new Feedback(
                name,
                open ? List.of(Feedback.Line.OPEN) : judged.stream().map(Judged::line).toList(),
                passed || open ? Optional.empty() : help(outcomes, judged, kept),
                kept.note());
    }

    private Optional<String> help(
            List<Outcome> outcomes, List<Judged> judged, ExerciseBook.Entry kept) {
        return judged.stream()
                .flatMap(v -> v.judgement.hint().stream())
                .findFirst()
                .or(() -> known(outcomes))
                .or(() -> Optional.of(hint).filter(h -> kept.failures() > 1 && !h.isBlank()));
    }

    private Optional<String> known(List<Outcome> outcomes) {
        return mistakes.stream()
                .filter(m -> m.made(cases, outcomes))
                .map(Mistake::hint)
                .findFirst();
    }

    /** The typical mistakes, for those who test a course. */
    public List<Attempt<I>> mistakes() {
        return mistakes.stream().map(Mistake::wrong).toList();
    }

    /** A case and what became of it. */
    private final class Judged {
        private final Case<I> of;
        private final Outcome outcome;
        private final Judgement judgement;

        Judged(Case<I> of, Outcome outcome) {
            this.of = of;
            this.outcome = outcome;
            this.judgement = outcome.judge(of.expected());
        }

        Feedback.Line line() {
            Optional<String> told = of.expected().solution();
            String given =
                    outcome.given()
                            .filter(g -> told.isPresent())
                            .map(g -> Given.words(g) + " is given")
                            .orElse("");
            String solution =
                    of.words().isBlank() || judgement.right()
                            ? ""
                            : told.map(s -> "right is " + s).orElse("");
            return new Feedback.Line(
                    judgement.right(), of.words(), List.of(judgement.words(), given, solution));
        }
    }

    @Override
    public Showing show() {
        String text = question.isBlank() ? "no question" : question;
        return Showing.plain(name + "\n" + text)
                .html("<div><b>%s</b><br>%s</div>".formatted(Html.escape(name), Html.escape(text)));
    }

    @Override
    public String toString() {
        return "Exercise " + name;
    }
}
