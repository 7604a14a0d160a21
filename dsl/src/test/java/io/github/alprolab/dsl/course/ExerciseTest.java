package io.github.alprolab.dsl.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.show.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An exercise says what is wrong, helps, never throws, and keeps what was passed. */
class ExerciseTest {
    private static final Exercise<Void> CHANCE =
            Exercise.value("chance")
                    .asks("The loss of a model that knows nothing?")
                    .expects(Expected.number(4.159, 0.01))
                    .mistake(6, "That is base 2.")
                    .hint("All texts are equally likely.");

    private static final Exercise<double[]> MEAN =
            Exercise.<double[]>function("mean")
                    .given("two numbers", () -> new double[] {1, 3}, Expected.number(2, 1e-9))
                    .given("one number", () -> new double[] {5}, Expected.number(5, 1e-9))
                    .mistake(x -> x[0], "That is the first one.");

    @TempDir private Path folder;
    private ExerciseBook book;

    @BeforeEach
    void open() {
        book = at(folder.resolve("exercises.json"));
    }

    private static ExerciseBook at(Path file) {
        Instant noon = Instant.parse("2026-11-29T12:00:00.5Z");
        return new ExerciseBook(file, Clock.fixed(noon, ZoneOffset.UTC));
    }

    private Feedback check(Object answer) {
        return CHANCE.check(x -> answer, book);
    }

    @Test
    void aRightAnswerIsPassedWithinItsTolerance() {
        assertThat(check(Math.log(64)).passed()).isTrue();
        assertThat(check(4.16f)).hasToString("✓ chance\n  ✓ 4.16 is given");
    }

    @Test
    void aTypicalMistakeGetsItsHintAtOnce() {
        assertThat(check(6)).hasToString("✗ chance\n  ✗ 6 is given\n  Hint: That is base 2.");
    }

    @Test
    void theGeneralHintComesBehindTheFirstFailure() {
        assertThat(check(1).hint()).isEmpty();
        assertThat(check(1).hint()).contains("All texts are equally likely.");
    }

    @Test
    void anEmptyAnswerFailsAndCountsAsNoTry() {
        assertThat(check(null)).hasToString("✗ chance\n  ✗ no answer yet");
        assertThat(check(Double.NaN).passed()).isFalse();
        assertThat(MEAN.check(x -> null, book).passed()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFeedbackOfAMethodTellsTheCase() {
        Feedback wrong = MEAN.check(x -> x.length == 1 ? 5 : 7, book);

        assertThat(wrong)
                .hasToString(
                        "✗ mean\n  ✗ two numbers: 7 is given; right is 2\n  ✓ one number: 5 is given");
        assertThat(MEAN.check(x -> x[0], book).hint()).contains("That is the first one.");
    }

    @Test
    void aMethodThatChangesItsInputHarmsNobody() {
        Attempt<double[]> rude =
                x -> {
                    double mean = java.util.Arrays.stream(x).average().orElse(0);
                    x[0] = -100;
                    return mean;
                };

        assertThat(MEAN.check(rude, book).passed()).isTrue();
        assertThat(MEAN.check(rude, book).passed()).isTrue();
    }

    static Stream<Attempt<Void>> whatStudentsDo() {
        return Stream.of(
                x -> "4.16",
                x -> List.of(1, "two"),
                x -> new int[0],
                x -> new Object(),
                x -> true,
                x -> new int[3][2],
                x -> new Talkative(),
                x -> Integer.parseInt("one"),
                x -> {
                    throw new Exception("checked");
                },
                x -> deep(0),
                x -> {
                    throw new AssertionError("never");
                },
                x -> {
                    throw new OutOfMemoryError("too large");
                },
                x -> {
                    throw new IllegalStateException();
                });
    }

    private static int deep(int n) {
        return deep(n + 1) + 1;
    }

    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Talkative {
        @Override
        public String toString() {
            throw new IllegalStateException("no");
        }
    }

    @ParameterizedTest
    @MethodSource("whatStudentsDo")
    void whateverTheCodeDoesTheCheckSaysSoInWords(Attempt<Void> attempt) {
        Feedback feedback = CHANCE.check(attempt, book);

        assertThat(feedback.passed()).isFalse();
        assertThat(feedback.show().plain()).startsWith("✗ chance\n  ✗ ").hasSizeGreaterThan(25);
    }

    @Test
    void anotherTypeIsNamed() {
        assertThat(check("4.16").toString())
                .contains("a number is asked for, and this is a String");
    }

    @Test
    void anExceptionIsNamedWithItsMessage() {
        Feedback thrown = MEAN.check(x -> x[7], book);

        assertThat(thrown.toString())
                .contains(
                        "Your code threw ArrayIndexOutOfBoundsException: “Index 7 out of bounds for length 2”.");
    }

    @Test
    void whatStopsACellIsNotCaught() {
        Error stop = new Stopped();

        assertThatThrownBy(
                        () ->
                                CHANCE.check(
                                        x -> {
                                            throw stop;
                                        },
                                        book))
                .isSameAs(stop);
    }

    @Test
    void textFromStudentsIsHarmlessInHtml() {
        Feedback feedback = check("<script>alert(1)</script>");
        String html = feedback.show().part(Part.HTML).orElseThrow().content();

        assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(Exercise.value("<b>").asks("<i>").show().part(Part.HTML).orElseThrow().content())
                .contains("&lt;b&gt;", "&lt;i&gt;");
    }

    @Test
    void whatWasPassedStaysPassed() throws Exception {
        check(1);
        check(4.16);
        check(2);

        assertThat(book.all().get("chance").tries()).isEqualTo(3);
        assertThat(book.all().get("chance").failures()).isEqualTo(2);
        assertThat(book.all().get("chance").passed()).isEqualTo("2026-11-29T12:00:00Z");
        assertThat(Files.readString(folder.resolve("exercises.json")))
                .contains("\"chance\"", "\"tries\": 3");
    }

    @Test
    void aDamagedFileIsSetAsideAndSaid() throws Exception {
        Files.writeString(folder.resolve("exercises.json"), "{not json");

        Feedback feedback = check(4.16);

        assertThat(feedback.passed()).isTrue();
        assertThat(feedback.toString()).contains("exercises.json was damaged");
        assertThat(folder.resolve("exercises.damaged.json")).hasContent("{not json");
        assertThat(check(4.16).toString()).doesNotContain("damaged");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndStopsNobody() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "");

        Feedback feedback = CHANCE.check(x -> 1, at(blocked.resolve("exercises.json")));

        assertThat(feedback.toString()).contains("could not be kept").contains("All texts");
    }

    @Test
    void sessionsThatCheckAtTheSameTimeLoseNoTry() throws Exception {
        int threads = 8;
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> all =
                IntStream.range(0, threads)
                        .mapToObj(
                                i ->
                                        new Thread(
                                                () -> {
                                                    assertThatCode(
                                                                    () ->
                                                                            go.await(
                                                                                    5,
                                                                                    TimeUnit
                                                                                            .SECONDS))
                                                            .doesNotThrowAnyException();
                                                    check(i);
                                                }))
                        .toList();
        all.forEach(Thread::start);
        go.countDown();
        for (Thread thread : all) {
            thread.join();
        }

        assertThat(book.all().get("chance").tries()).isEqualTo(threads);
    }

    @Test
    void aGradeIsANumberAsTextAndFeedbackAsHtml() {
        Points full = check(4.16).points(2);

        assertThat(full.show().plain()).isEqualTo("2.0");
        assertThat(full.show().part(Part.HTML).orElseThrow().content())
                .contains("✓ chance", "2 of 2 points");
        assertThat(check(1).points(2).show().plain()).isEqualTo("0.0");
    }

    @Test
    void anExerciseWithoutACaseIsNeverPassed() {
        assertThat(Exercise.value("empty").check(x -> 1, book).passed()).isFalse();
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatThrownBy(() -> Exercise.value(" ")).isInstanceOf(AdviceException.class);
    }

    @Test
    void textsAndFlagsAreCompared() {
        assertThat(
                        Exercise.value("text")
                                .expects(Expected.text("C25", "c11"))
                                .check(x -> " c25 ", book)
                                .passed())
                .isTrue();
        assertThat(Expected.flags(true, false).of(new boolean[] {true, true}).right()).isFalse();
        assertThat(Expected.numbers(0.1, 1, 2).of(List.of(1, 2.05)).right()).isTrue();
        assertThat(Expected.numbers(0.1, 1, 2).of(new float[] {1, 3}).words()).contains("place 1");
        assertThat(Expected.numbers(0.1, 1, 2).of(new double[3]).words()).contains("3 numbers");
    }
}
