package io.github.alprolab.bench.parity;

import java.util.Locale;

/**
 * How far one quantity is from the published one.
 *
 * @param quantity its name in the case
 * @param largest largest difference, absolute or relative as the quantity's tolerance is meant; NaN
 *     where there is nothing to compare it with
 * @param tolerance largest difference that passes
 */
record Difference(String quantity, double largest, double tolerance) {

    /** Whether it passes; NaN does not. */
    boolean passes() {
        return largest <= tolerance;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "  %-44s %9.2e  of %7.0e  %s",
                quantity,
                largest,
                tolerance,
                passes() ? "ok" : "BEYOND");
    }
}
