package io.github.alprolab.dsl.course;

import java.util.function.Supplier;

/**
 * One input with what is right for it.
 *
 * @param words what is special about it; blank for a value without input
 * @param input a new copy at each call, since answers may change it
 */
record Case<I>(String words, Supplier<I> input, Expected expected) {
    private static final String UNRESOLVED = "SPIResolutionException";

    /**
     * What an attempt makes of it. What stops a cell passes through; everything else that can go
     * wrong in a student's code is an outcome.
     */
    Outcome outcome(Attempt<I> attempt) {
        try {
            return Outcome.of(attempt.of(input.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.thrown("Your code was stopped.");
        } catch (Exception | VirtualMachineError | LinkageError | AssertionError e) {
            return Outcome.thrown(words(e));
        }
    }

    private static String words(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        if (name.equals(UNRESOLVED)) {
            return "Your code uses a name that is not there yet; run its cell again when it is.";
        }
        String said = thrown.getMessage();
        return "Your code threw "
                + name
                + (said == null ? "" : ": " + Given.words((Object) said))
                + ".";
    }
}
