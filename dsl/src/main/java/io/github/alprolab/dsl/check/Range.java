package io.github.alprolab.dsl.check;

import io.github.alprolab.dsl.show.Numbers;

/** Refuses a value as soon as it is typed: what was given, what is allowed, what to write. */
public final class Range {
    private static final String CODE = "C27";

    private Range() {}

    /** At least a whole number. */
    public static int atLeast(int least, int given, String call) {
        return (int) atLeast(least, (double) given, call);
    }

    /** At least a number. */
    public static double atLeast(double least, double given, String call) {
        require(given >= least, given, "at least " + Numbers.brief(least), call, least);
        return given;
    }

    /** More than a number. */
    public static double above(double least, double given, String call, double example) {
        require(given > least, given, "above " + Numbers.brief(least), call, example);
        return given;
    }

    /** From 0 to 1. */
    public static double share(double given, String call, double example) {
        require(given >= 0 && given <= 1, given, "a share from 0 to 1", call, example);
        return given;
    }

    /** A text to search for that says something. */
    public static void text(String given, String example) {
        if (given.isBlank()) {
            throw new AdviceException(CODE, "The text to search for is blank.", example);
        }
    }

    /** What {@code valid} says, and finite. */
    public static void require(
            boolean valid, double given, String allowed, String call, double example) {
        if (!valid || !Double.isFinite(given)) {
            throw new AdviceException(
                    CODE,
                    "%s(%s) is given; allowed is %s."
                            .formatted(call, Numbers.brief(given), allowed),
                    ".%s(%s)".formatted(call, Numbers.brief(example)));
        }
    }
}
