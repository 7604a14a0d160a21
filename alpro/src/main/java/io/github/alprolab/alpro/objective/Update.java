package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.nn.StateDict;

/** What an objective may do after an update of the weights. */
public final class Update {
    private final int number;
    private final Bound bound;
    private final StateDict state;

    Update(int number, Bound bound, StateDict state) {
        this.number = number;
        this.bound = bound;
        this.state = state;
    }

    /** 1, 2, …: updates done so far. */
    public int number() {
        return number;
    }

    /** An option of the objective. */
    public double option(String name) {
        return Written.option(bound.objective(), name);
    }

    /**
     * Moves a copy of the model that the objective declared: {@code copy = momentum · copy + (1 -
     * momentum) · model}.
     *
     * @param momentum 0 to 1; 1 keeps the copy as it is
     */
    public void follow(String copy, double momentum) {
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "Objective “%s”: follow(\"%s\", %s) is given; allowed is a momentum from 0 to 1."
                            .formatted(bound.objective().name(), copy, momentum));
        }
        bound.copy(copy).follow(state, momentum);
    }
}
