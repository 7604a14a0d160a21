package io.github.alprolab.alpro.config;

import java.util.Locale;

/** Range checks whose messages name the setting, what was given and what is allowed. */
final class Require {
    private Require() {}

    static void positive(String name, long value) {
        check(value > 0, name, value, "a whole number of at least 1");
    }

    static void share(String name, double value) {
        check(value >= 0 && value <= 1, name, value, "a share between 0 and 1");
    }

    static void aboveZero(String name, double value) {
        check(value > 0 && Double.isFinite(value), name, value, "a finite number above 0");
    }

    static void notNegative(String name, double value) {
        check(value >= 0 && Double.isFinite(value), name, value, "a finite number of at least 0");
    }

    static void divides(String part, long divisor, String whole, long value) {
        long nearest = Math.max(1, Math.round((double) value / divisor)) * divisor;
        check(
                value % divisor == 0,
                whole,
                value,
                String.format(
                        Locale.ROOT, "a multiple of %s %d; nearest: %d", part, divisor, nearest));
    }

    static void check(boolean valid, String name, Object given, String allowed) {
        if (!valid) {
            throw new IllegalArgumentException(
                    name + " is " + given + "; allowed is " + allowed + ".");
        }
    }
}
