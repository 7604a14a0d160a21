package io.github.alprolab.alpro.data;

import io.github.alprolab.datasets.Pair;
import java.util.List;

/**
 * One of the data sets of a training, and how often its turn comes: all of an update is from one of
 * them.
 *
 * @param name what records call it
 * @param train training pairs
 * @param validation pairs that only measure
 * @param share of the updates, above 0 and at most 1
 */
public record MixedPart(String name, List<Pair> train, List<Pair> validation, double share) {
    public MixedPart {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "%s of the updates is to be of %s; allowed is above 0 and at most 1"
                            .formatted(share, name));
        }
    }

    /** The only one. */
    public static MixedPart whole(List<Pair> train, List<Pair> validation) {
        return new MixedPart("all", train, validation, 1);
    }
}
