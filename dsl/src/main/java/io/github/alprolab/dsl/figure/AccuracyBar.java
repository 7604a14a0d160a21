package io.github.alprolab.dsl.figure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often a group of items is answered rightly.
 *
 * @param group such as a type of questions
 * @param count number of items in it
 * @param share of right ones, 0 to 1; NaN for a group without items
 * @param floor the share that needs no model, such as the commonest answer's
 * @param interval of confidence, where one is known
 */
public record AccuracyBar(
        String group, long count, double share, OptionalDouble floor, Optional<Spread> interval) {
    public AccuracyBar {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException(
                    "The group \"%s\" has a share of %s; shares are 0 to 1."
                            .formatted(group, share));
        }
    }

    /** A share beside its floor. */
    public AccuracyBar(String group, long count, double share, double floor) {
        this(group, count, share, OptionalDouble.of(floor), Optional.empty());
    }
}
