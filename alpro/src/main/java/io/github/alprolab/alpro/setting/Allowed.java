package io.github.alprolab.alpro.setting;

import java.util.function.Predicate;

/**
 * The values a setting may have.
 *
 * @param words completes “allowed is …”, such as “a share from 0 to 1”
 * @param test whether a value is one of them
 * @param <T> what the values are
 */
public record Allowed<T>(String words, Predicate<T> test) {
    /** Every value of the type. */
    public static <T> Allowed<T> any(String words) {
        return new Allowed<>(words, value -> true);
    }

    /** From 0 to 1, both included. */
    public static Allowed<Double> share() {
        return new Allowed<>("a share from 0 to 1", v -> v >= 0 && v <= 1);
    }

    /** From 0 to 1, 1 left out. */
    public static Allowed<Double> shareBelowOne() {
        return new Allowed<>("a share from 0 to below 1", v -> v >= 0 && v < 1);
    }

    /** Finite numbers above a bound. */
    public static Allowed<Double> above(double bound) {
        return new Allowed<>("above " + Code.brief(bound), v -> v > bound && Double.isFinite(v));
    }

    /** Finite numbers from a bound on. */
    public static Allowed<Double> atLeast(double bound) {
        return new Allowed<>(
                "at least " + Code.brief(bound), v -> v >= bound && Double.isFinite(v));
    }

    /** Whole numbers from a bound on. */
    public static Allowed<Integer> atLeast(int bound) {
        return new Allowed<>("at least " + bound, v -> v >= bound);
    }
}
