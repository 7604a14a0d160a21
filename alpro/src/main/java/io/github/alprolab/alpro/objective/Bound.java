package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/** An objective with its parameters in one training. */
record Bound(Objective objective, Heads.Built built, Map<Class<?>, Object> kept) {

    Bound(Objective objective, Heads.Built built) {
        this(objective, built, new HashMap<>());
    }

    Head head(String name) {
        return of("head", built.heads, name);
    }

    Tensor parameter(String name) {
        return of("parameter", built.parameters, name);
    }

    ModelCopy copy(String name) {
        return of("copy of the model", built.copies, name);
    }

    private <T> T of(String what, Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Objective “%s” has no %s “%s”; it declares %s."
                            .formatted(
                                    objective.name(),
                                    what,
                                    name,
                                    all.isEmpty() ? "none" : all.keySet()));
        }
        return found;
    }
}
