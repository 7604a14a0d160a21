package io.github.alprolab.dsl.course;

/**
 * What a student gives: an answer to each input of an exercise. Its result may be of any type and
 * it may throw anything; {@link Exercise#check} says so in words.
 *
 * @param <I> the input; {@code Void} where a value alone is asked for
 */
@FunctionalInterface
public interface Attempt<I> {
    /**
     * The answer.
     *
     * @param input a copy of its own, which may be changed
     * @throws Exception whatever the student's code throws
     */
    Object of(I input) throws Exception;
}
