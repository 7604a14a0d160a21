package io.github.alprolab.dsl;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The splits that are left, and what is in them, be it pairs or questions.
 *
 * @param only the one that was chosen; empty for all
 */
record SplitChoice(Optional<Split> only) {
    private static final long SAMPLE_SEED = 42;

    boolean has(Split split) {
        return only.orElse(split) == split;
    }

    /** What is in a split; nothing where another one was chosen. */
    <T> List<T> of(Split split, Function<Split, List<T>> some) {
        return has(split) ? some.apply(split) : List.of();
    }

    /** What is in all of them, TRAIN first. */
    <T> List<T> all(Function<Split, List<T>> some) {
        return Stream.of(Split.values()).flatMap(s -> of(s, some).stream()).toList();
    }

    /** What is in each of them. */
    <T> Map<Split, List<T>> each(Function<Split, List<T>> some) {
        return Stream.of(Split.values())
                .filter(this::has)
                .collect(Collectors.toMap(Function.identity(), some));
    }

    /**
     * In an order of chance that is always the same.
     *
     * @param purpose of the draw; others draw otherwise
     */
    static <T> List<T> shuffled(List<T> all, String purpose) {
        List<T> some = new ArrayList<>(all);
        long seed = new RandomStreams(SAMPLE_SEED).seedOf(purpose, 0);
        Collections.shuffle(some, new Random(seed));
        return some;
    }
}
