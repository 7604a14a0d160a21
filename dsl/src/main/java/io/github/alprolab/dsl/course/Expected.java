package io.github.alprolab.dsl.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is right in one case of an exercise. Numbers are compared, not code: any whole or decimal
 * type will do. One of your own is a lambda: {@code given -> Judgement.wrong("…")}.
 */
@FunctionalInterface
public interface Expected {
    /**
     * Judges what was given.
     *
     * @param given of any type, neither null nor NaN
     */
    Judgement of(Object given);

    /** The solution in words, where there is a single one. */
    default Optional<String> solution() {
        return Optional.empty();
    }

    /** A number, right within a tolerance. */
    static Expected number(double value, double tolerance) {
        return new Single(
                Given.words(value),
                given ->
                        Given.number(given)
                                .map(n -> Math.abs(n - value) <= tolerance)
                                .map(Expected::judged)
                                .orElseGet(() -> other("a number", given)));
    }

    /** Numbers in a row, as an array or a list, each right within a tolerance. */
    static Expected numbers(double tolerance, double... values) {
        double[] right = values.clone();
        return new Single(
                Given.words(right),
                given ->
                        Given.numbers(given)
                                .map(n -> compared(n, right, tolerance))
                                .orElseGet(() -> other("numbers in a row", given)));
    }

    /** Whether something holds, for each place in a row. */
    static Expected flags(boolean... values) {
        boolean[] right = values.clone();
        return new Single(
                Arrays.toString(right),
                given ->
                        given instanceof boolean[] flags
                                ? judged(Arrays.equals(flags, right))
                                : other("a boolean[]", given));
    }

    /** A text, whatever its case and the spaces around it. */
    static Expected text(String first, String... more) {
        return new Single(
                first,
                given ->
                        given instanceof CharSequence text
                                ? judged(
                                        like(text, first)
                                                || Arrays.stream(more).anyMatch(m -> like(text, m)))
                                : other("a text", given));
    }

    private static boolean like(CharSequence given, String right) {
        return given.toString()
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals(right.toLowerCase(Locale.ROOT));
    }

    private static Judgement judged(boolean right) {
        return right ? Judgement.right("") : Judgement.wrong("");
    }

    private static Judgement compared(double[] given, double[] right, double tolerance) {
        if (given.length != right.length) {
            return Judgement.wrong(
                    "%d numbers are given, and there should be %d"
                            .formatted(given.length, right.length));
        }
        return IntStream.range(0, right.length)
                .filter(i -> !(Math.abs(given[i] - right[i]) <= tolerance))
                .mapToObj(i -> Judgement.wrong("place %d is the first that differs".formatted(i)))
                .findFirst()
                .orElse(Judgement.right(""));
    }

    private static Judgement other(String wanted, Object given) {
        return Judgement.wrong(
                "%s is asked for, and this is a %s".formatted(wanted, Given.type(given)));
    }
}
