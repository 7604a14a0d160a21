package io.github.alprolab.dsl.course;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A typical mistake: wrong code that is known, with what helps those who wrote it. Who gives what
 * it gives in every case has made it.
 *
 * @param wrong the mistake as code
 * @param hint what to think about
 */
record Mistake<I>(Attempt<I> wrong, String hint) {
    boolean made(List<Case<I>> cases, List<Outcome> outcomes) {
        return IntStream.range(0, cases.size())
                .allMatch(
                        i -> {
                            Outcome mistaken = cases.get(i).outcome(wrong);
                            return mistaken.given().isPresent()
                                    && outcomes.get(i)
                                            .given()
                                            .filter(g -> Given.alike(g, mistaken.given().get()))
                                            .isPresent();
                        });
    }
}
