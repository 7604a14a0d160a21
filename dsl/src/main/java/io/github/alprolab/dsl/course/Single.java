package io.github.alprolab.dsl.course;

import java.util.Optional;
import java.util.function.Function;

/** A solution that can be told, and how others are compared with it. */
record Single(String told, Function<Object, Judgement> compare) implements Expected {
    @Override
    public Judgement of(Object given) {
        return compare.apply(given);
    }

    @Override
    public Optional<String> solution() {
        return Optional.of(told);
    }
}
