package io.github.alprolab.alpro.objective;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a model that knows nothing reaches.
 *
 * @param label how a line in a figure is called, such as “chance ln B”
 * @param words in a table, such as “ln B (B = batch)”
 * @param value of the sizes of a training; not finite where it is not known
 */
public record Chance(String label, String words, ToDoubleFunction<Sizes> value) {

    /**
     * Chance in numbers.
     *
     * @param label how its line is called
     * @param value finite
     */
    public record Level(String label, double value) {}

    /** Nobody knows it. */
    public static Chance unknown() {
        return new Chance("", "–", sizes -> Double.NaN);
    }

    /** One number for all sizes. */
    public static Chance of(String label, double value) {
        return new Chance(
                label, String.format(Locale.ROOT, "%.3f (%s)", value, label), sizes -> value);
    }

    /** In numbers, where it is known. */
    public Optional<Level> at(Sizes sizes) {
        double level = value.applyAsDouble(sizes);
        return Double.isFinite(level) ? Optional.of(new Level(label, level)) : Optional.empty();
    }
}
