package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import java.util.List;
import java.util.Map;

/**
 * The pairs of an experiment as they are used.
 *
 * @param name of the data sets
 * @param hash hex SHA-256 of what they are made from
 * @param unreadable what is done about clips that cannot be read
 * @param used of each split that is left, the pairs that are used
 * @param given the same with those whose clips cannot be read
 * @param turns data sets that take turns, with those pairs of TRAIN that are used
 */
public record UsedPairs(
        String name,
        String hash,
        UnreadableClips unreadable,
        Map<Split, List<Pair>> used,
        Map<Split, List<Pair>> given,
        List<PairPart> turns) {

    /** Keeps the pairs that are there now. */
    public UsedPairs {
        used = Map.copyOf(used);
        given = Map.copyOf(given);
        turns = List.copyOf(turns);
    }

    boolean isLeft(Split split) {
        return used.containsKey(split);
    }

    /** The pairs of a split that are used; none where another one was chosen. */
    List<Pair> pairs(Split split) {
        return used.getOrDefault(split, List.of());
    }

    /** The same with those whose clips cannot be read. */
    List<Pair> given(Split split) {
        return given.getOrDefault(split, List.of());
    }
}
