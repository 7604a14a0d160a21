package io.github.alprolab.dsl.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every exercise of the course and of the notebooks: empty answers fail, and each typical mistake
 * fails with a hint of its own. That solutions pass is shown by the units themselves, through the
 * kernel.
 */
class CourseTest {
    @TempDir private static Path folder;

    private static ExerciseBook book() {
        return new ExerciseBook(folder.resolve("exercises.json"), Clock.systemUTC());
    }

    @Test
    void namesAreUniqueAndQuestionsAreAsked() {
        List<Exercise<?>> all = all().toList();

        assertThat(all.stream().map(Exercise::name)).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(e -> assertThat(e.question()).hasSizeGreaterThan(30));
        assertThat(Course.all().stream().map(Exercise::name).toList()).isSorted();
        assertThat(Predict.all().stream().map(Exercise::name).toList()).isSorted();
    }

    private static Stream<Exercise<?>> all() {
        return Stream.concat(Course.all().stream(), Predict.all().stream());
    }

    @TestFactory
    Stream<DynamicTest> anEmptyAnswerFails() {
        return all().map(e -> dynamicTest(e.name(), () -> assertThat(empty(e).passed()).isFalse()));
    }

    private static <I> Feedback empty(Exercise<I> exercise) {
        return exercise.check(input -> null, book());
    }

    @TestFactory
    Stream<DynamicTest> everyTypicalMistakeHasAHintOfItsOwn() {
        return all().map(e -> dynamicTest(e.name(), () -> hints(e)));
    }

    private static <I> void hints(Exercise<I> exercise) {
        Set<String> seen = new HashSet<>();
        for (Attempt<I> mistake : exercise.mistakes()) {
            Feedback feedback = exercise.check(mistake, book());
            assertThat(feedback.passed()).as(feedback.toString()).isFalse();
            assertThat(feedback.hint()).as(feedback.toString()).isPresent();
            assertThat(seen.add(feedback.hint().orElseThrow())).as(feedback.toString()).isTrue();
        }
    }
}
