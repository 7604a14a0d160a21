package io.github.alprolab.dsl.course;

import java.util.Optional;

/**
 * What became of one case: something was given, or thrown, or nothing was answered yet.
 *
 * @param given the answer
 * @param fault why there is none, in words
 */
record Outcome(Optional<Object> given, Optional<String> fault) {
    static Outcome of(Object given) {
        return new Outcome(Optional.ofNullable(given), Optional.empty());
    }

    static Outcome thrown(String words) {
        return new Outcome(Optional.empty(), Optional.of(words));
    }

    /** Also NaN, which the empty cells of a student version give. */
    boolean isMissing() {
        return fault.isEmpty() && given.filter(g -> !Given.isMissing(g)).isEmpty();
    }

    /** What can be said of it. */
    Judgement judge(Expected expected) {
        if (fault.isPresent()) {
            return Judgement.wrong(fault.get());
        }
        return given.map(g -> judged(g, expected)).orElse(Judgement.wrong("no answer yet"));
    }

    /** A judge reads what a student made and may stumble over it. */
    private static Judgement judged(Object given, Expected expected) {
        try {
            return expected.of(given);
        } catch (RuntimeException e) {
            return Judgement.wrong("this cannot be judged: " + e.getMessage());
        }
    }
}
